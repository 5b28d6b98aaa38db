import type { Gold } from '../../model/gold.ts';
import type { Policy } from '../../model/policy.ts';
import type { Metric } from '../../score/metric.ts';
import type { Scorer } from './scorer.ts';
import { SCORING_LIMITS, ScoringThread } from './scoring-thread.ts';
import type { ScoringLimits, ScoringRules } from './scoring-thread.ts';

/** How a scorer with threads of its own is to work. */
export interface ThreadOptions {
  readonly limits?: ScoringLimits;
  /** Aborted: what is not scored a few seconds later is given up, and rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** The run was stopped while a page was being scored; there is no line of it then. */
export class ScoringStopped extends Error {
  constructor() {
    super('the run was stopped while a page was being scored');
  }
}

/** A page that is being scored is worth so many milliseconds of waiting when a run is stopped. */
const GRACE_MS = 5000;

/**
 * A scorer with threads of its own, started as there is work for them: scoring a page takes milliseconds, in which
 * the harness would hear no extractor, and extractors would wait for their pages. A page goes to the thread with the least to
 * do, and from then on always to the same, so that it goes over once.
 */
export function threadScorer(
  policy: Policy,
  metrics: readonly Metric[],
  threads: number,
  { limits = SCORING_LIMITS, signal }: ThreadOptions = {},
): Scorer {
  const rules: ScoringRules = { policy, metrics: metrics.map(({ name }) => name) };
  const all = Array.from({ length: threads }, () => new ScoringThread(rules, limits));
  const threadOf = new WeakMap<Gold, ScoringThread>();
  let grace: NodeJS.Timeout | undefined;
  const stop = (): void => {
    grace = setTimeout(() => {
      for (const thread of all) void thread.abandon(new ScoringStopped());
    }, GRACE_MS);
  };
  if (signal?.aborted === true) stop();
  else signal?.addEventListener('abort', stop, { once: true });
  return {
    score(page, extraction) {
      const thread = threadOf.get(page.gold) ?? all.toSorted((a, b) => a.waiting - b.waiting)[0]!;
      threadOf.set(page.gold, thread);
      return thread.score(page, extraction);
    },
    async close() {
      clearTimeout(grace);
      signal?.removeEventListener('abort', stop);
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}
