import { metricsOfRun } from '../analyse/labels.ts';
import type { Verdict } from '../gate/verdict.ts';
import type { Extraction } from '../model/extraction.ts';
import type { LabelledPage } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import type { Metric } from '../score/metric.ts';
import { readExtraction } from '../store/extractions.ts';
import type { RunResult, StartedRun } from '../run/finish-run.ts';
import type { JournalLine } from '../store/journal-line.ts';

/**
 * Reports a run: in the terminal, in a file, to a service. Every hook is optional. A promise that a hook returns is
 * awaited, but `onPage` may be called for further pages meanwhile.
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
  /** Called when a run begins, before its first page. Not called when shards are merged. */
  onRunStart?(run: StartedRun): void | Promise<void>;
  /** Called when an extractor is done with a page, in the order in which pages finish. Not called when shards are merged. */
  onPage?(line: JournalLine): void | Promise<void>;
  /** Called when the run is finished and its folder is complete. Not called for a run that was stopped, nor by the gate. */
  onRunEnd?(run: FinishedRun): void | Promise<void>;
  /** Called by the gate when it has judged a run. */
  onVerdict?(verdict: Verdict, folder: string): void | Promise<void>;
}

/** A finished run: everything that a report is made from. */
export interface FinishedRun extends RunResult {
  /**
   * The metrics of the run in the order of tables. Each says which figures it has, which one is its headline, and how
   * to put the counts of a page into words.
   */
  readonly metrics: readonly Metric[];
  /**
   * Reads what an extractor returned for the page of a journal line, without reading the others; undefined if it failed
   * or skipped the page.
   */
  readonly extraction: (line: JournalLine) => Promise<Extraction | undefined>;
  /** The policy that the run was scored under. */
  readonly policy: Policy;
  /** Reads a page of a corpus of the run with its gold; undefined where the corpus is not what and where it was. */
  readonly page: PageReader;
}

/** Reads a page by the name of its corpus and its identifier. */
export type PageReader = (corpus: string, id: string) => Promise<LabelledPage | undefined>;

/**
 * A finished run as reporters get it.
 *
 * @throws AssayError `usage` if this version of Assay lacks one of its metrics.
 */
export function finishedRun(result: RunResult, policy: Policy, page: PageReader): FinishedRun {
  return {
    ...result,
    policy,
    page,
    metrics: metricsOfRun(result.description),
    extraction: (line) => readExtraction(result.folder, line),
  };
}
