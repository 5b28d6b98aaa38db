import type { Extraction, Outcome } from '../model/extraction.ts';
import type { LabelledPage } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import type { JournalKey, JournalLine, MetricScores } from '../model/run.ts';
import type { Metric } from '../score/metric.ts';
import { scoreMetrics } from '../score/score-metrics.ts';

/** The journal line of one extractor on one page: a failed page has the scores of an empty extraction. */
export function scorePage(
  key: JournalKey,
  { gold }: LabelledPage,
  outcome: Outcome,
  policy: Policy,
  metrics: readonly Metric[],
): JournalLine {
  if (outcome.status === 'skipped') return { ...key, status: 'skipped', reason: outcome.reason };
  const time = outcome.ms === undefined ? {} : { ms: Math.round(outcome.ms * 1000) / 1000 };
  const scores = (extraction: Extraction | undefined): MetricScores =>
    scoreMetrics(gold, extraction, policy, metrics);
  if (outcome.status === 'failed') {
    const { failure, message } = outcome;
    return { ...key, status: 'failed', failure, message, ...time, metrics: scores(undefined) };
  }
  return { ...key, status: 'extracted', ...time, metrics: scores(outcome.extraction) };
}
