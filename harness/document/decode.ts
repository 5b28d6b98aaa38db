import { TextDecoder, legacyHookDecode } from '@exodus/bytes/encoding.js';
import type { Media, PageEncoding } from '../model/page.ts';
import { detectEncoding } from './encoding/detect.ts';

export interface DecodedText {
  /** The text, without a byte order mark; bytes that are no text became U+FFFD. */
  readonly text: string;
  readonly encoding: PageEncoding;
}

/**
 * Decodes the bytes of an HTML page as a browser does, in the encoding that `detectEncoding` finds. Never throws.
 */
export function decode(bytes: Uint8Array, contentType?: string): DecodedText {
  const encoding = detectEncoding(bytes, contentType);
  // Not Node's own decoder: on Node 20 it reads windows-1252 as latin-1 and differs in most legacy encodings.
  // And not the library's class, which refuses the `replacement` encoding of the standard.
  return { text: legacyHookDecode(bytes, encoding.name.toLowerCase()), encoding };
}

/** Decodes a page of plain text, which is UTF-8 by definition; a byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** What `decodePage` looks at of a page; a `Page` has it. */
export interface PageBytes {
  readonly bytes: Uint8Array;
  /** Default: `html`. */
  readonly media?: Media | undefined;
  /** The `Content-Type` that the server sent, if that is known. */
  readonly contentType?: string | undefined;
}

/**
 * The text of a page as extractors get it in a run: HTML read in the encoding that a browser would find in byte order
 * mark, `contentType` and `<meta>`; plain text as UTF-8. Never throws: bytes that are no text become U+FFFD.
 *
 * ```ts
 * const html = decodePage({ bytes: await readFile('page.html'), contentType: 'text/html; charset=koi8-r' });
 * ```
 */
export function decodePage({ bytes, media = 'html', contentType }: PageBytes): string {
  return media === 'text' ? decodeUtf8(bytes) : decode(bytes, contentType).text;
}
