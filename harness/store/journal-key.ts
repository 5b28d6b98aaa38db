import type { JournalKey } from './run.ts';

/** Which page of which extractor and corpus, as one text. */
export function journalKey({
  corpus,
  extractor,
  page,
}: Pick<JournalKey, 'corpus' | 'extractor' | 'page'>): string {
  return JSON.stringify([corpus, extractor, page]);
}
