import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { Policy } from '../../model/policy.ts';
import type { MetricScores } from '../../model/score.ts';
import type { Metric } from '../../score/metric.ts';

/** Scores what extractors returned, under one policy, by the same metrics. */
export interface Scorer {
  /** May be called again before earlier calls are done. An extraction of `undefined` is a failed one. */
  score(gold: Gold, extraction: Extraction | undefined): Promise<MetricScores>;
  /** Resolves when everything that it started has ended, and what it keeps is on disk. */
  close(): Promise<void>;
}

/** A scorer that works everything out in the harness's own thread. */
export function plainScorer(policy: Policy, metrics: readonly Metric[]): Scorer {
  return {
    async score(gold, extraction) {
      // Its parsers take longer to load than all else that a run needs, and most runs have threads for this.
      const { scoreMetrics } = await import('../../score/score-metrics.ts');
      return scoreMetrics(gold, extraction, policy, metrics);
    },
    close: () => Promise.resolve(),
  };
}
