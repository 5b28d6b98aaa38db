import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { Policy } from '../../model/policy.ts';
import type { MetricScores } from '../../model/score.ts';
import type { Metric } from '../../score/metric.ts';
import { PreparedGold } from '../../score/prepared-gold.ts';
import type { PreparedPage } from './prepared-pages.ts';

/** What is scored of a page. */
export type ScoredPage = Pick<PreparedPage, 'gold' | 'goldDigest' | 'isKept'>;

/** Scores what extractors returned, under one policy, by the same metrics. */
export interface Scorer {
  /** May be called again before earlier calls are done. An extraction of `undefined` is a failed one. */
  score(page: ScoredPage, extraction: Extraction | undefined): Promise<MetricScores>;
  /** Resolves when everything that it started has ended, and what it keeps is on disk. */
  close(): Promise<void>;
}

/** A scorer that works everything out in the harness's own thread; gold is prepared once for as long as its page lives. */
export function plainScorer(policy: Policy, metrics: readonly Metric[]): Scorer {
  const prepared = new WeakMap<Gold, PreparedGold>();
  return {
    async score({ gold }, extraction) {
      // Its parsers take longer to load than all else that a run needs, and most runs have threads for this.
      const { scoreMetrics } = await import('../../score/scoring-input.ts');
      const known = prepared.get(gold) ?? new PreparedGold(gold, policy);
      prepared.set(gold, known);
      return scoreMetrics(known, extraction, metrics);
    },
    close: () => Promise.resolve(),
  };
}
