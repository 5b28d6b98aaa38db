import { TextDecoder, getBOMEncoding, labelToName, legacyHookDecode } from '@exodus/bytes/encoding.js';
import type { PageEncoding } from '../model/page.ts';
import { charsetOfContentType } from './encoding/content-type.ts';
import { metaCharset } from './encoding/meta-charset.ts';
import { xmlEncoding } from './encoding/xml-declaration.ts';

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

/**
 * The encoding of an HTML page and the rule that settled it, strongest first: byte order mark, `charset` of
 * the content type, `<meta>`, XML declaration, as in Chromium. Where nothing is declared browsers guess; here
 * bytes that are valid UTF-8 are UTF-8, all others windows-1252, the default of the HTML Standard. Declarations
 * of an unknown encoding declare nothing. Never throws; reads no further than the head unless nothing is declared.
 */
export function detectEncoding(bytes: Uint8Array, contentType?: string): PageEncoding {
  const marked = labelToName(getBOMEncoding(bytes) ?? '');
  if (marked) return { name: marked, decidedBy: 'bom' };
  const sent = labelToName(charsetOfContentType(contentType ?? '') ?? '');
  if (sent) return { name: sent, decidedBy: 'content-type' };
  const meta = metaCharset(bytes);
  if (meta !== undefined) return { name: meta, decidedBy: 'meta' };
  const xml = xmlEncoding(bytes);
  if (xml !== undefined) return { name: xml, decidedBy: 'xml' };
  return isValidUtf8(bytes)
    ? { name: 'UTF-8', decidedBy: 'valid-utf-8' }
    : { name: 'windows-1252', decidedBy: 'default' };
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
