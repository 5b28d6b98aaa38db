import { join } from 'node:path';
import { SUBFOLDERS } from '../../extract/cache/cache.ts';
import type { Cache } from '../../extract/cache/cache.ts';
import { readChecked, writeChecked } from '../../extract/cache/checked-file.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Policy } from '../../model/policy.ts';
import type { Metric } from '../../score/metric.ts';
import { metricLabel } from '../../analyse/labels.ts';
import type { ScoredExtraction } from './page-scorer.ts';
import type { Scorer } from './scorer.ts';
import { scoringCode } from './scoring-code.ts';

/**
 * A scorer that looks in the cache before it asks another one. Scores there are those of the same page, gold, extraction,
 * policy, metrics and code in a corpus of the same form; a failed page has nothing to look up.
 */
export function cachedScorer(
  scorer: Scorer,
  cache: Cache,
  policy: Policy,
  metrics: readonly Metric[],
): Scorer {
  const rules = sha256(JSON.stringify([scoringCode(), policy, metrics.map(metricLabel)]));
  const folder = join(cache.folder, SUBFOLDERS.scores, rules);
  const writing = new Set<Promise<void>>();
  return {
    async score(page, extraction) {
      if (extraction === undefined) return scorer.score(page, extraction);
      const file = join(
        folder,
        `${sha256(page.pageDigest + page.goldDigest + page.form + JSON.stringify(extraction))}.json`,
      );
      const found = await readChecked<ScoredExtraction>(file);
      if (found !== undefined) return found;
      const scores = await scorer.score(page, extraction);
      // Another machine may have the time and the memory.
      if (scores.unscorable !== undefined) return scores;
      const written = writeChecked(file, scores).finally(() => writing.delete(written));
      writing.add(written);
      return scores;
    },
    async close() {
      await Promise.all([...writing, scorer.close()]);
    },
  };
}
