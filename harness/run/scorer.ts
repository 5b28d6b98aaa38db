import { join } from 'node:path';
import { digest } from '../extract/cache/cache-key.ts';
import { ROOMS } from '../extract/cache/cache.ts';
import type { Cache } from '../extract/cache/cache.ts';
import { readChecked, writeChecked } from '../extract/cache/checked-file.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Gold } from '../model/gold.ts';
import type { Policy } from '../model/policy.ts';
import type { MetricScores } from '../model/run.ts';
import type { Metric } from '../score/metric.ts';
import { scoreMetrics } from '../score/score-metrics.ts';
import { metricLabel } from './metrics-of-run.ts';
import { scoringCode } from './scoring-code.ts';

/** Scores what extractors returned; an extraction of `undefined` is a failed one. */
export interface Scorer {
  score(gold: Gold, extraction: Extraction | undefined): Promise<MetricScores>;
  /** Resolves when everything that is to be kept is on disk. */
  close(): Promise<void>;
}

/** A scorer that works everything out. */
export function plainScorer(policy: Policy, metrics: readonly Metric[]): Scorer {
  return {
    score: (gold, extraction) => Promise.resolve(scoreMetrics(gold, extraction, policy, metrics)),
    close: () => Promise.resolve(),
  };
}

/**
 * A scorer that looks for its scores in the cache first. They are those of the same gold, extraction, policy, metrics
 * and code; a failed page has nothing to look up.
 */
export function cachedScorer(cache: Cache, policy: Policy, metrics: readonly Metric[]): Scorer {
  const plain = plainScorer(policy, metrics);
  const rules = digest(JSON.stringify([scoringCode(), policy, metrics.map(metricLabel)]));
  const folder = join(cache.folder, ROOMS.scores, rules);
  const writing = new Set<Promise<void>>();
  return {
    async score(gold, extraction) {
      if (extraction === undefined) return plain.score(gold, extraction);
      const file = join(folder, `${digest(JSON.stringify([gold, extraction]))}.json`);
      const found = await readChecked(file);
      // oxlint-disable-next-line no-unsafe-type-assertion -- its digest says that we wrote it
      if (found !== undefined) return found as MetricScores;
      const scores = await plain.score(gold, extraction);
      const written = writeChecked(file, scores).finally(() => writing.delete(written));
      writing.add(written);
      return scores;
    },
    async close() {
      await Promise.all(writing);
    },
  };
}
