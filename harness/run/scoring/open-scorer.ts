import type { Extraction } from '../../model/extraction.ts';
import type { Policy } from '../../model/policy.ts';
import type { Metric } from '../../score/metric.ts';
import { plainScorer } from './scorer.ts';
import type { ScoredPage, Scorer } from './scorer.ts';
import { threadScorer } from './thread-scorer.ts';
import type { ThreadOptions } from './thread-scorer.ts';

/**
 * A scorer with so many threads. Without any the harness scores by itself, but for what is large: that goes to a thread all
 * the same, which can be ended when it takes too long.
 */
export function openScorer(
  policy: Policy,
  metrics: readonly Metric[],
  threads: number,
  options: ThreadOptions = {},
): Scorer {
  const inThreads = threadScorer(policy, metrics, Math.max(1, threads), options);
  if (threads > 0) return inThreads;
  const plain = plainScorer(policy, metrics);
  return {
    score: (page, extraction) => (isQuick(page, extraction) ? plain : inThreads).score(page, extraction),
    close: () => inThreads.close(),
  };
}

/** Whatever stands in a page, gold and extraction of no more than this, to score them takes seconds at most. */
const QUICK = { page: 2 ** 21, gold: 2 ** 16, text: 2 ** 16, html: 2 ** 19 };

function isQuick({ page, gold }: ScoredPage, { html = '', ...texts }: Extraction = {}): boolean {
  return (
    page.bytes.length <= QUICK.page &&
    html.length <= QUICK.html &&
    JSON.stringify(texts).length <= QUICK.text &&
    JSON.stringify(gold).length <= QUICK.gold
  );
}
