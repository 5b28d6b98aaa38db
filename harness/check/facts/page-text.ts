import { pageToDocument } from '../../document/page-document.ts';
import type { PageDocument } from '../../document/page-document.ts';
import { documentToText } from '../../document/plain-text.ts';
import { squeeze } from '../../document/squeeze.ts';
import { tokenize } from '../../document/tokens.ts';
import type { Tokens } from '../../document/tokens.ts';
import { unhiddenText } from '../../document/unhidden-text.ts';
import { Vocabulary } from '../../document/vocabulary.ts';
import { labelPage } from '../../label/label-page.ts';
import type { PageLabels } from '../../label/labels.ts';
import type { CheckedPage } from '../checked-page.ts';
import { fact } from '../fact.ts';

/** The page, decoded and parsed once for all that is asked of it. */
export const pageDocument = fact(({ page }: CheckedPage): PageDocument => pageToDocument(page));

/** What every piece of it is by the gold. */
export const pageLabels = fact((page: CheckedPage): PageLabels => labelPage(pageDocument(page), page.gold));

/** What a reader sees of the page, one block a line. */
export const pageText = fact((page: CheckedPage): string => documentToText(pageDocument(page)));

/** The same without white space. */
export const squeezedText = fact((page: CheckedPage): string => {
  return squeeze(pageText(page));
});

/** The same in lower case. */
export const foldedText = fact((page: CheckedPage): string => {
  return squeezedText(page).toLowerCase();
});

/** Without white space, what a reader sees and what hidden elements hold. */
export const unhiddenSqueezedText = fact((page: CheckedPage): string => {
  const { tree } = pageDocument(page);
  return tree === undefined ? squeezedText(page) : squeeze(unhiddenText(tree));
});

/** The tokens of what a reader sees, as one block. */
export const pageTokens = fact(
  (page: CheckedPage): { readonly tokens: Tokens; readonly vocabulary: Vocabulary } => {
    const vocabulary = new Vocabulary();
    return { tokens: tokenize([{ text: pageText(page) }], vocabulary), vocabulary };
  },
);
