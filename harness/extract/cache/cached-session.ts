import type { ExtractorSession } from '../extractor.ts';
import { pageKey } from './cache-key.ts';
import type { FileList } from './file-list.ts';
import type { KeptAnswers, KeptOutcome } from './kept-answers.ts';

/** A session that asks the cache first, and keeps in it what came out. */
export function cachedSession(session: ExtractorSession, kept: KeptAnswers): ExtractorSession {
  const writing = new Set<Promise<void>>();
  // Not waited for, so that the next page need not wait either.
  const keep = (key: string, outcome: KeptOutcome): void => {
    const written = kept.keep(key, outcome).finally(() => writing.delete(written));
    writing.add(written);
  };
  const told = new Set<FileList>();
  const tell = (files: FileList): void => {
    if (told.has(files)) return;
    told.add(files);
    session.files?.add({ loaded: [], looked: files.map(([path]) => path) });
  };
  return {
    ...(session.files !== undefined && { files: session.files }),
    async extract(page) {
      const key = pageKey(page);
      const found = await kept.find(key);
      if (found !== undefined) {
        tell(found.files);
        return { ...found.outcome, isCached: true };
      }
      const outcome = await session.extract(page);
      if (outcome.status === 'extracted') keep(key, outcome);
      return outcome;
    },
    async close() {
      await session.close();
      await Promise.all(writing);
      await kept.commit(session.files);
    },
  };
}
