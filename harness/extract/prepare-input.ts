import type { Media, Page } from '../model/page.ts';
import type { ExtractorInput, HtmlInput, TextInput } from './define-extractor.ts';

/**
 * The input that an extractor which accepts `accepts` gets for a page: the page in its own media where that
 * is accepted, else a web page flattened to text, one block a line. The page must be one that
 * `skipReason` lets through.
 */
export async function prepareInput(page: Page, accepts: readonly Media[]): Promise<ExtractorInput> {
  if (page.media === 'text') return textInput(page);
  return accepts.includes('html') ? htmlInput(page) : flattenedInput(page);
}

/** Why the page is none for this extractor, or undefined where it is one. */
export function skipReason(page: Page, accepts: readonly Media[]): string | undefined {
  if (page.media === 'html' || accepts.includes('text')) return undefined;
  return 'takes web pages only, and this page is plain text';
}

// The parts of `harness/document` are imported when they are needed: they load parsers and encoding tables,
// for which an extractor that never asks for them should not wait.

async function htmlInput({ bytes, url, contentType }: Page): Promise<HtmlInput> {
  const { decode } = await import('../document/decode.ts');
  return {
    media: 'html',
    bytes,
    html: decode(bytes, contentType).text,
    ...(url !== undefined && { url }),
    ...(contentType !== undefined && { contentType }),
  };
}

async function textInput({ bytes, url }: Page): Promise<TextInput> {
  const { decodeUtf8 } = await import('../document/decode.ts');
  return { media: 'text', bytes, text: decodeUtf8(bytes), ...(url !== undefined && { url }) };
}

async function flattenedInput({ bytes, url, contentType }: Page): Promise<TextInput> {
  const { decode } = await import('../document/decode.ts');
  const { htmlToDocument } = await import('../document/html.ts');
  const { documentToText } = await import('../document/plain-text.ts');
  const text = documentToText(htmlToDocument(decode(bytes, contentType).text));
  return { media: 'text', bytes: new TextEncoder().encode(text), text, ...(url !== undefined && { url }) };
}
