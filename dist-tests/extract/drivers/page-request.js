/**
 * A page as commands and services get it, a line of JSON without its newline: `{"id", "url", "html"}`, `text` in the
 * place of `html` where it is a page of plain text or was flattened to one, and with `wants: bytes` the bytes in
 * base64 as `bytes`, with the `contentType` that the server sent where that is known.
 */
export function pageRequest(page, wants, readInput) {
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
