import { MIMEType } from 'node:util';
/** A value of the header ends at a comma that stands outside of quotation marks. */
const VALUES = /(?:[^,"]|"(?:[^"\\]|\\[^])*(?:"|$))+/g;
/**
 * The `charset` that a `Content-Type` header declares, or undefined. A header that came twice is read as
 * browsers read it: of several values, joined by commas, the last that is a media type counts, and one that
 * repeats the type without a charset keeps the one before. Source: Fetch Standard, "extract a MIME type".
 */
export function charsetOfContentType(header) {
    let essence;
    let charset;
    for (const [value] of header.matchAll(VALUES)) {
        const type = parseType(value);
        if (type === undefined || type.essence === '*/*')
            continue;
        const declared = type.params.get('charset') ?? undefined;
        if (type.essence !== essence || declared !== undefined)
            charset = declared;
        essence = type.essence;
    }
    return charset;
}
function parseType(value) {
    try {
        return new MIMEType(value);
    }
    catch {
        // What is no media type declares nothing.
        return undefined;
    }
}
