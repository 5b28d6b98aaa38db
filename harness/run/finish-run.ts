import { join } from 'node:path';
import { summarize } from '../analyse/summarize.ts';
import type { Metric } from '../score/metric.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunDescription } from '../store/run-description.ts';
import type { Summary } from '../store/summary-file.ts';
import { toJson } from '../util/json.ts';
import { writeWhole } from '../util/write-whole.ts';

/** A run that begins. */
export interface StartedRun {
  readonly folder: string;
  readonly description: RunDescription;
  /** Pages of the run, over all extractors and corpora; if it is resumed, those that are done are counted too. */
  readonly pages: number;
}

/** A run that came to its end. */
export interface RunResult {
  readonly folder: string;
  readonly description: RunDescription;
  readonly summary: Summary;
  /** Every line of the journal, in the order in which pages finished. */
  readonly journal: readonly JournalLine[];
}

/**
 * Sums up a run whose folder holds its whole journal: from then on it is finished.
 *
 * @throws Unwritable
 */
export async function finishRun(
  folder: string,
  description: RunDescription,
  journal: readonly JournalLine[],
  metrics: readonly Metric[],
): Promise<RunResult> {
  const summary = summarize(description, journal, metrics);
  await writeWhole(join(folder, 'summary.json'), toJson(summary));
  return { folder, description, summary, journal };
}
