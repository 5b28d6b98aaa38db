/** Reads plain text: every line that is not blank is a `p` block. */
export function textToDocument(text) {
    const blocks = [];
    for (const line of text.split(/\r\n|[\n\r\u2028\u2029\u0085]/)) {
        const trimmed = line.trim();
        if (trimmed !== '')
            blocks.push({ kind: 'p', text: trimmed, within: [] });
    }
    return { blocks };
}
/**
 * Flattens a document to plain text as a crawler does: one line a block, line breaks inside a block kept.
 * Empty document: empty text. Reading the text again gives the same sequence of tokens.
 */
export function documentToText(document) {
    return document.blocks.map((block) => block.text).join('\n');
}
