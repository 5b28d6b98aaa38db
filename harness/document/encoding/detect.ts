// Without the tables of the encodings, which whoever only asks for a name need not wait for.
import { TextDecoder, getBOMEncoding, isomorphicDecode, labelToName } from '@exodus/bytes/encoding-lite.js';
import type { PageEncoding } from '../../model/page.ts';
import { charsetOfContentType } from './content-type.ts';
import { metaCharset } from './meta-charset.ts';

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

/** A declaration that is longer than this is none. */
const LONGEST_DECLARATION = 1024;

/**
 * The encoding that an XML declaration at the very start of a page gives, by its name, or undefined. Browsers
 * honour it in HTML too: `encoding="…"`, and the pattern that the declaration has in UTF-16. Source: HTML
 * Standard, "prescan a byte stream".
 */
function xmlEncoding(bytes: Uint8Array): string | undefined {
  const start = isomorphicDecode(bytes.subarray(0, LONGEST_DECLARATION));
  if (start.startsWith('<\0?\0x\0')) return 'UTF-16LE';
  if (start.startsWith('\0<\0?\0x')) return 'UTF-16BE';
  const declaration = /^<\?xml[^>]*?encoding[\0- ]*=[\0- ]*(?:"([^">]*)"|'([^'>]*)')[^>]*>/.exec(start);
  const encoding = labelToName(declaration?.[1] ?? declaration?.[2] ?? '') ?? undefined;
  return encoding === 'UTF-16LE' || encoding === 'UTF-16BE' ? 'UTF-8' : encoding;
}
