import type { GoldForm } from '../../model/page.ts';
import type { JournalLine } from '../../store/journal-line.ts';

/** A page of a corpus. */
export interface PageKey {
  readonly corpus: string;
  readonly form: GoldForm;
  readonly page: string;
}

/** Which page it is, as one text. */
export function keyOf({ corpus, page }: Pick<JournalLine, 'corpus' | 'page'>): string {
  return JSON.stringify([corpus, page]);
}
