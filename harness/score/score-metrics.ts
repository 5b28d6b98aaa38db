import type { Extraction } from '../model/extraction.ts';
import type { Gold } from '../model/gold.ts';
import type { Policy } from '../model/policy.ts';
import type { MetricScores } from '../model/score.ts';
import type { GoldNeed, Metric } from './metric.ts';
import { ScoringInput } from './scoring-input.ts';

/**
 * What the metrics say of one page; those that need other gold than the page has are left out. An extraction of
 * `undefined` is a failed one.
 */
export function scoreMetrics(
  gold: Gold,
  extraction: Extraction | undefined,
  policy: Policy,
  metrics: readonly Metric[],
): MetricScores {
  const input = new ScoringInput(gold, policy, extraction);
  const scored = metrics.filter(({ needs }) => isLabelled(gold, needs));
  return Object.fromEntries(scored.map((metric) => [metric.name, metric.scorePage(input)]));
}

/** Whether a page has the gold that a metric needs; that a page has no author or date is gold as well. */
function isLabelled({ body, segments, metadata, about }: Gold, needs: GoldNeed): boolean {
  if (needs === 'text') return body !== undefined;
  if (needs === 'segments') return segments !== undefined;
  if (needs === 'language') return about.language !== undefined;
  return metadata[needs] !== undefined;
}
