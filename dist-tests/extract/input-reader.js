/** Why an extractor that accepts `accepts` does not get the page, or undefined where it gets it. */
export function skipReason(page, accepts) {
    if (page.media === 'html' || accepts.includes('text'))
        return undefined;
    return 'takes web pages only, and this page is plain text';
}
/**
 * The reader for an extractor that accepts `accepts`: a page comes in its own media where that is accepted,
 * else a web page comes flattened to text, one block a line.
 *
 * Only what the extractor needs is loaded, and before its first page: parsers and encoding tables take
 * longer to load than most pages to extract, and that is not the page's time.
 */
export async function loadInputReader(accepts) {
    const { decode, decodeUtf8 } = await import("../document/decode.js");
    const flatten = accepts.includes('html') ? undefined : await loadFlattener();
    return ({ media, bytes, url, contentType }) => {
        const from = url === undefined ? {} : { url };
        if (media === 'text')
            return { media: 'text', bytes, text: decodeUtf8(bytes), ...from };
        const html = decode(bytes, contentType).text;
        if (flatten === undefined) {
            return { media: 'html', bytes, html, ...from, ...(contentType !== undefined && { contentType }) };
        }
        const text = flatten(html);
        return { media: 'text', bytes: new TextEncoder().encode(text), text, ...from };
    };
}
async function loadFlattener() {
    const { htmlToDocument } = await import("../document/html.js");
    const { documentToText } = await import("../document/plain-text.js");
    return (html) => documentToText(htmlToDocument(html));
}
