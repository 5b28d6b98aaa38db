import type { JournalLine } from '../store/journal-line.ts';
import type { RunDescription } from '../store/run-description.ts';
import type { Summary } from '../store/summary-file.ts';

/** What every report is made from: the files of a run folder, read. */
export interface ReportInput {
  readonly description: RunDescription;
  readonly summary: Summary;
  readonly journal: readonly JournalLine[];
}
