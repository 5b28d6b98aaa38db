import { MIMEType } from 'node:util';
import { TextDecoder, getBOMEncoding, labelToName, legacyHookDecode } from '@exodus/bytes/encoding.js';
import sniffHtmlEncoding from 'html-encoding-sniffer';

/** Which rule settled the encoding of a page, strongest first. */
export type EncodingRule = 'bom' | 'content-type' | 'meta' | 'valid-utf-8' | 'default';

export interface DecodedText {
  /** The text, without a byte order mark; bytes that are no text became U+FFFD. */
  readonly text: string;
  /** Name of the encoding as the Encoding Standard writes it, e.g. `UTF-8`, `windows-1252`. */
  readonly encoding: string;
  readonly decidedBy: EncodingRule;
}

/**
 * Decodes the bytes of an HTML page as a browser does: byte order mark, `charset` of the content type,
 * `<meta>` prescan. Where nothing is declared, bytes that are valid UTF-8 are UTF-8 (browsers guess here),
 * all others windows-1252, the default of the HTML Standard. Never throws.
 */
export function decode(bytes: Uint8Array, contentType?: string): DecodedText {
  const { encoding, decidedBy } = decideEncoding(bytes, contentType);
  // Not Node's own decoder: on Node 20 it reads windows-1252 as latin-1 and differs in most legacy encodings.
  // And not the library's class, which refuses the `replacement` encoding of the standard.
  return { text: legacyHookDecode(bytes, encoding.toLowerCase()), encoding, decidedBy };
}

/** Decodes a page of plain text, which is UTF-8 by definition; a byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function decideEncoding(bytes: Uint8Array, contentType?: string): Omit<DecodedText, 'text'> {
  const marked = labelToName(getBOMEncoding(bytes) ?? '');
  if (marked) return { encoding: marked, decidedBy: 'bom' };
  const declared = labelToName(charsetOf(contentType) ?? '');
  if (declared) return { encoding: declared, decidedBy: 'content-type' };
  // Sniffed under two defaults, so that a `<meta>` that names the default is still told from no `<meta>` at all.
  const sniffed = sniffHtmlEncoding(bytes, { defaultEncoding: 'windows-1252' });
  if (sniffed === sniffHtmlEncoding(bytes, { defaultEncoding: 'UTF-8' })) {
    return { encoding: sniffed, decidedBy: 'meta' };
  }
  return isValidUtf8(bytes)
    ? { encoding: 'UTF-8', decidedBy: 'valid-utf-8' }
    : { encoding: 'windows-1252', decidedBy: 'default' };
}

function charsetOf(contentType: string | undefined): string | undefined {
  if (contentType === undefined) return undefined;
  try {
    return new MIMEType(contentType).params.get('charset') ?? undefined;
  } catch {
    // A header that is no media type declares nothing.
    return undefined;
  }
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
