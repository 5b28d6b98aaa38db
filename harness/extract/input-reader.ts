import type { Wants } from '../model/config.ts';
import type { Media, Page } from '../model/page.ts';
import { defined } from '../util/defined.ts';
import type { ExtractorInput, HtmlInput, TextInput } from './define-extractor.ts';

/** Makes of a page what `extract` gets. The page must be one that the extractor accepts (see `pageSession`). */
export type InputReader = (page: Page) => ExtractorInput;

/**
 * The reader for an extractor that accepts `accepts`: a page comes in its own media where that is accepted,
 * else a web page comes flattened to text, one block a line.
 *
 * Only what the extractor needs is loaded, and before its first page: parsers and encoding tables take
 * longer to load than most pages to extract, and that is not the page's time.
 */
export async function loadInputReader(accepts: readonly Media[]): Promise<InputReader> {
  const { decodePage } = await import('../document/decode.ts');
  const flatten = await loadFlattener(accepts);
  return (page) => flatten(inputOf(page, decodePage(page)));
}

/**
 * What `extract` gets of a page in its own media.
 *
 * @param text the page decoded
 */
export function inputOf(
  { media, bytes, url, contentType }: Pick<Page, 'media' | 'bytes' | 'url' | 'contentType'>,
  text: string,
): ExtractorInput {
  const from = defined({ url });
  if (media === 'text') return { media, bytes, text, ...from };
  return { media, bytes, html: text, ...from, ...defined({ contentType }) };
}

/** Makes text of web pages where an extractor that accepts `accepts` does not take them as they are. */
export async function loadFlattener(
  accepts: readonly Media[],
): Promise<(input: ExtractorInput) => ExtractorInput> {
  if (accepts.includes('html')) return (input) => input;
  const { htmlToDocument } = await import('../document/html.ts');
  const { documentToText } = await import('../document/plain-text.ts');
  const flatten = ({ html, url, contentType }: HtmlInput): TextInput => {
    const text = documentToText(htmlToDocument(html, contentType));
    const bytes = new TextEncoder().encode(text);
    return { media: 'text', bytes, text, ...(url !== undefined && { url }) };
  };
  return (input) => (input.media === 'html' ? flatten(input) : input);
}

/**
 * A page as commands and services get it, a line of JSON without its newline: `{"id", "url", "html"}`, `text` in the
 * place of `html` where it is a page of plain text or was flattened to one, and with `wants: bytes` the bytes in
 * base64 as `bytes`, with the `contentType` that the server sent where that is known.
 */
export function pageRequest(page: Page, wants: Wants, readInput: InputReader): string {
  const { id, url, contentType } = page;
  const input = readInput(page);
  const about = { id, ...(url !== undefined && { url }) };
  if (wants === 'bytes') {
    const bytes = Buffer.from(input.bytes).toString('base64');
    return JSON.stringify({ ...about, ...(contentType !== undefined && { contentType }), bytes });
  }
  return JSON.stringify({
    ...about,
    ...(input.media === 'html' ? { html: input.html } : { text: input.text }),
  });
}
