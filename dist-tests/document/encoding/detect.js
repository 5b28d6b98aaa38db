// Without the tables of the encodings, which whoever only asks for a name need not wait for.
import { TextDecoder, getBOMEncoding, labelToName } from '@exodus/bytes/encoding-lite.js';
import { charsetOfContentType } from "./content-type.js";
import { metaCharset } from "./meta-charset.js";
import { xmlEncoding } from "./xml-declaration.js";
/**
 * The encoding of an HTML page and the rule that settled it, strongest first: byte order mark, `charset` of
 * the content type, `<meta>`, XML declaration, as in Chromium. Where nothing is declared browsers guess; here
 * bytes that are valid UTF-8 are UTF-8, all others windows-1252, the default of the HTML Standard. Declarations
 * of an unknown encoding declare nothing. Never throws; reads no further than the head unless nothing is declared.
 */
export function detectEncoding(bytes, contentType) {
    const marked = labelToName(getBOMEncoding(bytes) ?? '');
    if (marked)
        return { name: marked, decidedBy: 'bom' };
    const sent = labelToName(charsetOfContentType(contentType ?? '') ?? '');
    if (sent)
        return { name: sent, decidedBy: 'content-type' };
    const meta = metaCharset(bytes);
    if (meta !== undefined)
        return { name: meta, decidedBy: 'meta' };
    const xml = xmlEncoding(bytes);
    if (xml !== undefined)
        return { name: xml, decidedBy: 'xml' };
    return isValidUtf8(bytes)
        ? { name: 'UTF-8', decidedBy: 'valid-utf-8' }
        : { name: 'windows-1252', decidedBy: 'default' };
}
function isValidUtf8(bytes) {
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return true;
    }
    catch {
        return false;
    }
}
