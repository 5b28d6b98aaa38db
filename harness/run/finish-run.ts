import { join } from 'node:path';
import type { JournalLine, RunDescription, RunResult } from '../store/run.ts';
import type { Metric } from '../score/metric.ts';

import { summarize } from '../analyse/summary.ts';
import { toJson } from '../util/json.ts';
import { writeWhole } from '../util/write-whole.ts';

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
