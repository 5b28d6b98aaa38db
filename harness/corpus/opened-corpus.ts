import type { Corpus } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';

/** A corpus that was opened: ready to be read, or everything that is wrong with it. */
export type OpenedCorpus =
  | { readonly status: 'ok'; readonly corpus: Corpus }
  | {
      readonly status: 'faulty';
      /** Of all pages, by file and line. */
      readonly problems: readonly Problem[];
      /** Page folders found, faulty or not. */
      readonly pages: number;
      /** The pages without problems, for those who look for more; its digest is theirs alone. */
      readonly sound?: Corpus;
    };
