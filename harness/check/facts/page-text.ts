import { decode, decodeUtf8 } from '../../document/decode.ts';
import { htmlToDocument } from '../../document/html.ts';
import { documentToText, textToDocument } from '../../document/plain-text.ts';
import { squeeze } from '../../document/squeeze.ts';
import { tokenize } from '../../document/tokens.ts';
import type { Tokens } from '../../document/tokens.ts';
import { unhiddenText } from '../../document/unhidden-text.ts';
import { Vocabulary } from '../../document/vocabulary.ts';
import type { PageEncoding } from '../../model/page.ts';
import type { CheckedPage } from '../checked-page.ts';

/** The page's bytes as text; plain text is UTF-8 and has no encoding to be decided. */
export function decodedPage({ page }: CheckedPage): {
  readonly text: string;
  readonly encoding?: PageEncoding;
} {
  return page.media === 'html' ? decode(page.bytes, page.contentType) : { text: decodeUtf8(page.bytes) };
}

/** What a reader sees of the page, one block a line. */
export function pageText(page: CheckedPage): string {
  const { text } = page.get(decodedPage);
  return documentToText(page.page.media === 'html' ? htmlToDocument(text) : textToDocument(text));
}

/** The same without white space. */
export function squeezedText(page: CheckedPage): string {
  return squeeze(page.get(pageText));
}

/** The same in lower case. */
export function foldedText(page: CheckedPage): string {
  return page.get(squeezedText).toLowerCase();
}

/** Without white space, what a reader sees and what hidden elements hold. */
export function unhiddenSqueezedText(page: CheckedPage): string {
  const { text } = page.get(decodedPage);
  return page.page.media === 'html' ? squeeze(unhiddenText(text)) : page.get(squeezedText);
}

/** The tokens of what a reader sees, as one block. */
export function pageTokens(page: CheckedPage): { readonly tokens: Tokens; readonly vocabulary: Vocabulary } {
  const vocabulary = new Vocabulary();
  return { tokens: tokenize([{ text: page.get(pageText) }], vocabulary), vocabulary };
}
