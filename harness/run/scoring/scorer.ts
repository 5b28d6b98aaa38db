import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { Policy } from '../../model/policy.ts';
import type { Metric } from '../../score/metric.ts';
import type { PageScorer, ScoredExtraction } from './page-scorer.ts';
import type { PreparedPage } from './prepared-pages.ts';

/** What is scored of a page. */
export type ScoredPage = Pick<
  PreparedPage,
  'page' | 'gold' | 'form' | 'goldDigest' | 'pageDigest' | 'isKept'
>;

/** Scores what extractors returned, under one policy, by the same metrics, and says what the scores come from. */
export interface Scorer {
  /** May be called again before earlier calls are done. An extraction of `undefined` is a failed one. */
  score(page: ScoredPage, extraction: Extraction | undefined): Promise<ScoredExtraction>;
  /** Resolves when everything that it started has ended, and what it keeps is on disk. */
  close(): Promise<void>;
}

/** A scorer that works everything out in the harness's own thread; a page is prepared once for as long as it lives. */
export function plainScorer(policy: Policy, metrics: readonly Metric[]): Scorer {
  const scorers = new WeakMap<Gold, PageScorer>();
  // Its parsers take longer to load than all else that a run needs, and most runs have threads for this.
  let loading: Promise<(page: ScoredPage) => PageScorer> | undefined;
  const load = async (): Promise<(page: ScoredPage) => PageScorer> => {
    const { PageScorer: Scorer, ExplanationMemory } = await import('./page-scorer.ts');
    const memory = new ExplanationMemory();
    return ({ gold, form, page }) => new Scorer({ gold, form }, page, policy, memory);
  };
  return {
    async score(page, extraction) {
      const make = await (loading ??= load());
      const scorer = scorers.get(page.gold) ?? make(page);
      scorers.set(page.gold, scorer);
      return scorer.score(extraction, metrics);
    },
    close: () => Promise.resolve(),
  };
}
