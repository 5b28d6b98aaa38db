import type { Page } from '../../model/page.ts';
import type { ExtractorSession } from '../extractor.ts';
import type { KeptAnswers, KeptOutcome } from './kept-answers.ts';

/** A session that asks the cache first, and keeps in it what came out. */
export function cachedSession(session: ExtractorSession, kept: KeptAnswers): ExtractorSession {
  const writing = new Set<Promise<void>>();
  // Not waited for, so that the next page need not wait either.
  const keep = (page: Page, outcome: KeptOutcome): void => {
    const written = kept.keep(page, outcome).finally(() => writing.delete(written));
    writing.add(written);
  };
  return {
    ...(session.files !== undefined && { files: session.files }),
    async extract(page) {
      const found = await kept.find(page);
      if (found !== undefined) {
        session.files?.add({ loaded: [], looked: found.files.map(([path]) => path) });
        return { ...found.outcome, isCached: true };
      }
      const outcome = await session.extract(page);
      if (outcome.status === 'extracted') keep(page, outcome);
      return outcome;
    },
    async close() {
      await session.close();
      await Promise.all(writing);
      await kept.commit(session.files);
    },
  };
}
