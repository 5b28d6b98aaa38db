import { TextDecoder, legacyHookDecode } from '@exodus/bytes/encoding.js';
import { detectEncoding } from "./encoding/detect.js";
/**
 * Decodes the bytes of an HTML page as a browser does, in the encoding that `detectEncoding` finds. Never throws.
 */
export function decode(bytes, contentType) {
    const encoding = detectEncoding(bytes, contentType);
    // Not Node's own decoder: on Node 20 it reads windows-1252 as latin-1 and differs in most legacy encodings.
    // And not the library's class, which refuses the `replacement` encoding of the standard.
    return { text: legacyHookDecode(bytes, encoding.name.toLowerCase()), encoding };
}
/** Decodes a page of plain text, which is UTF-8 by definition; a byte order mark is dropped. */
export function decodeUtf8(bytes) {
    return new TextDecoder('utf-8').decode(bytes);
}
