import type { Extraction } from '../model/extraction.ts';
import type { Gold } from '../model/gold.ts';
import type { Policy } from '../model/policy.ts';
import type { MetricScores } from '../model/run.ts';
import type { Metric } from './metric.ts';
import { ScoringInput } from './scoring-input.ts';

/** What the metrics say of one page; an extraction of `undefined` is a failed one. */
export function scoreMetrics(
  gold: Gold,
  extraction: Extraction | undefined,
  policy: Policy,
  metrics: readonly Metric[],
): MetricScores {
  const input = new ScoringInput(gold, policy, extraction);
  return Object.fromEntries(metrics.map((metric) => [metric.name, metric.scorePage(input)]));
}
