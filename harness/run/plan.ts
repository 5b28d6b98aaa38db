import picomatch from 'picomatch';
import { AssayError } from '../model/error.ts';
import type { Corpus, PageReference } from '../model/page.ts';

/** Which pages of each corpus a run takes. */
export interface PageSelection {
  /** A glob; a page is taken if its identifier or its site matches. `*` does not cross a slash. */
  readonly pages?: string;
  /** At most this many pages of each corpus, the first by identifier. */
  readonly limit?: number;
}

/** The pages of a corpus that a run takes, by identifier. */
export interface CorpusPlan {
  readonly corpus: Corpus;
  /** What the user named. */
  readonly source: string;
  readonly pages: readonly PageReference[];
}

/**
 * Selects the pages of each corpus.
 *
 * @throws AssayError `usage` if two corpora have one name, or if no page is left in any.
 */
export function planPages(
  corpora: readonly { readonly corpus: Corpus; readonly source: string }[],
  selection: PageSelection,
): CorpusPlan[] {
  const names = corpora.map(({ corpus }) => corpus.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new AssayError('usage', `two corpora are called "${twice}"; their results could not be told apart`);
  }
  const plans = corpora.map(({ corpus, source }) => ({ corpus, source, pages: select(corpus, selection) }));
  if (plans.every((plan) => plan.pages.length === 0)) throw nothingSelected(plans, selection);
  return plans;
}

function select(corpus: Corpus, { pages, limit }: PageSelection): readonly PageReference[] {
  const isWanted = pages === undefined ? () => true : picomatch(pages);
  const matching = corpus.pages.filter(({ id, site }) => isWanted(id) || isWanted(site));
  return limit === undefined ? matching : matching.slice(0, limit);
}

function nothingSelected(plans: readonly CorpusPlan[], { pages }: PageSelection): AssayError {
  const [first] = plans;
  const example = first?.corpus.pages[0]?.id;
  const hint = example === undefined ? '' : `; an identifier looks like "${example}"`;
  const searched = plans.map(({ corpus }) => `${corpus.name} (${corpus.pages.length} pages)`).join(', ');
  return new AssayError('usage', `--pages "${pages ?? '*'}" matches no page of ${searched}${hint}`);
}
