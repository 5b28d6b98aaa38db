import { metricsOfRun } from '../analyse/labels.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Metric } from '../score/metric.ts';
import { readExtraction } from '../store/extractions.ts';
import type { RunResult, StartedRun } from '../run/finish-run.ts';
import type { JournalLine } from '../store/journal-line.ts';

/**
 * Says what a run found: in the terminal, in a file, to a service. Every hook is optional. A hook that returns a
 * promise is waited for; the pages of `onPage` may come while an earlier one is still waited for.
 *
 * ```ts
 * // my-reporter.ts, used as --reporter terminal,./my-reporter.ts
 * import type { Reporter } from 'assay';
 *
 * const reporter: Reporter = {
 *   onRunEnd({ summary }) {
 *     console.log(`${summary.extractors.length} extractors were measured`);
 *   },
 * };
 * export default reporter;
 * ```
 */
export interface Reporter {
  /** Called when a run begins, before its first page. A merged run has no beginning, since its pages were run elsewhere. */
  onRunStart?(run: StartedRun): void | Promise<void>;
  /** Called when an extractor is done with a page, in the order in which they finish. Not called when runs are merged. */
  onPage?(line: JournalLine): void | Promise<void>;
  /** Called when the run has come to its end and its folder is whole; never for a run that was stopped. */
  onRunEnd?(run: FinishedRun): void | Promise<void>;
}

/** A run that came to its end: everything that a report is made from. */
export interface FinishedRun extends RunResult {
  /**
   * The metrics of the run in the order of tables. Each says which figures it has, which one is its headline, and how
   * to put the counts of a page into words.
   */
  readonly metrics: readonly Metric[];
  /**
   * What an extractor returned for the page of a line of the journal; undefined if it failed there or skipped the page.
   * The others are not read.
   */
  readonly extraction: (line: JournalLine) => Promise<Extraction | undefined>;
}

/**
 * A finished run as reporters get it.
 *
 * @throws AssayError `usage` if this version of Assay lacks one of its metrics.
 */
export function finishedRun(result: RunResult): FinishedRun {
  return {
    ...result,
    metrics: metricsOfRun(result.description),
    extraction: (line) => readExtraction(result.folder, line),
  };
}
