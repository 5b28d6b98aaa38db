import type { Extraction } from '../model/extraction.ts';
import { MOST_CHARACTERS, MOST_PAGE_BYTES, MOST_TAGS } from '../model/limits.ts';
import type { Page } from '../model/page.ts';
import { decodePage } from './decode.ts';

/** Nothing as short as this is over a limit, whatever it holds: a tag has two characters, which are no fewer bytes. */
const ALWAYS_WITHIN = Math.min(2 * MOST_TAGS, MOST_CHARACTERS);

/**
 * What a page has more of than is read, in words; undefined of a page within the limits. A page of which not even the bytes
 * were read says why itself.
 */
export function excessOfPage(
  page: Pick<Page, 'bytes' | 'media' | 'contentType' | 'refused'>,
): string | undefined {
  if (page.refused !== undefined) return page.refused;
  if (page.bytes.length <= ALWAYS_WITHIN) return undefined;
  const text = decodePage(page);
  return page.media === 'text' ? excessOfText(text.length) : excessOfHtml(text);
}

/** What an extraction has more of than is scored, in words; undefined of one within the limits. */
export function excessOfExtraction({ html, authors = [], ...texts }: Extraction): string | undefined {
  let length = 0;
  for (const text of [...authors, ...Object.values(texts)]) length += text.length;
  return excessOfText(length) ?? (html === undefined ? undefined : excessOfHtml(html));
}

function excessOfText(characters: number): string | undefined {
  return characters > MOST_CHARACTERS
    ? `more than ${MOST_CHARACTERS} characters of text, the most that are scored`
    : undefined;
}

function excessOfHtml(html: string): string | undefined {
  if (html.length <= ALWAYS_WITHIN) return undefined;
  if (html.length > MOST_PAGE_BYTES) return `${html.length} characters; at most ${MOST_PAGE_BYTES} are read`;
  const { tags, characters } = measure(html);
  return tags > MOST_TAGS ? `more than ${MOST_TAGS} tags, the most that are read` : excessOfText(characters);
}

/** Elements whose content is no text that anybody scores. */
const RAW = /^<(script|style)(?=[\s/>])/iu;

/**
 * Counts tags, and characters outside of tags, comments, scripts and styles, in one pass; what no tag closes is text. No
 * parser, because this is to say whether there should be one. Stops when one of the limits is passed.
 */
function measure(html: string): { readonly tags: number; readonly characters: number } {
  let [tags, characters, at] = [0, 0, 0];
  while (at < html.length && tags <= MOST_TAGS && characters <= MOST_CHARACTERS) {
    const open = html.indexOf('<', at);
    if (open < 0) return { tags, characters: characters + html.length - at };
    characters += open - at;
    if (html.startsWith('<!--', open)) at = endOf(html, '-->', open + 4);
    else {
      const close = html.indexOf('>', open);
      if (close < 0) return { tags, characters: characters + html.length - open };
      tags++;
      const [, raw] = RAW.exec(html.slice(open, open + 8)) ?? [];
      at = raw === undefined ? close + 1 : endOfRaw(html, raw, close + 1);
    }
  }
  return { tags, characters };
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function endOfRaw(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name.toLowerCase()) return at;
  }
  return html.length;
}
