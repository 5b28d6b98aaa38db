import { htmlToDocument } from '../document/html.ts';
import { documentToText } from '../document/plain-text.ts';
import { squeeze } from '../document/squeeze.ts';
import type { CheckedPage } from './checked-page.ts';
import { fact, pageDocument, squeezedText } from './checked-page.ts';

/**
 * Everything that stands in the source of a page, scripts, attributes and head included, without white space: once
 * with the tags and once without, because a script may hold a text with tags in it. Escapes of strings and entities
 * are resolved.
 */
export const sourceText = fact((page: CheckedPage): string => {
  if (page.page.media === 'text') return squeezedText(page);
  const source = resolveEscapes(pageDocument(page).source);
  return `${squeeze(resolveEntities(source))}\n${squeeze(resolveEntities(source.replace(/<[^<>]*>/gu, '')))}`;
});

const sourceLetters = fact((page: CheckedPage): string => {
  return lettersOf(sourceText(page));
});

/** Whether a name is somewhere in the page, case and punctuation aside: in what a reader sees, or in the source. */
export function isInSource(page: CheckedPage, letters: string): boolean {
  // The text that a reader sees is at hand; the source takes another two passes of the parser.
  return pageLetters(page).includes(letters) || sourceLetters(page).includes(letters);
}

const pageLetters = fact((page: CheckedPage): string => lettersOf(squeezedText(page)));

/** The letters and numbers of a text, in lower case. */
export function lettersOf(text: string): string {
  return squeeze(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''); // prettier-ignore
}

/** Escapes of strings in JSON and JavaScript, which may be escaped again. */
function resolveEscapes(source: string): string {
  return source
    .replace(/\\+(?:u([\da-f]{4})|x([\da-f]{2}))/giu, (_, four: string | undefined, two: string) =>
      String.fromCharCode(Number.parseInt(four ?? two, 16)),
    )
    .replace(/\\+[nrt]/gu, ' ')
    .replace(/\\+(?=["'/`])/gu, '');
}

/** Whatever is left of tags becomes text, so that the parser only resolves entities. */
function resolveEntities(source: string): string {
  return documentToText(htmlToDocument(`<pre>${source.replace(/[<>]/gu, ' ')}`));
}
