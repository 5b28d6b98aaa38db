import type { JournalLine, RunDescription, Summary } from '../store/run.ts';

/** What every report is made from: the files of a run folder, read. */
export interface ReportInput {
  readonly description: RunDescription;
  readonly summary: Summary;
  readonly journal: readonly JournalLine[];
}
