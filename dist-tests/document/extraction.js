import { htmlToDocument } from "./html.js";
import { markdownToDocument } from "./markdown.js";
import { documentToText, textToDocument } from "./plain-text.js";
/**
 * The blocks of an extraction: from its HTML where it gave some, else from its Markdown, else from the lines of
 * its text. `text` is never read as Markdown: a star in it is a star.
 */
export function extractionToDocument({ html, markdown, text }) {
    if (html !== undefined)
        return htmlToDocument(html);
    return markdown !== undefined ? markdownToDocument(markdown) : textToDocument(text ?? '');
}
/** The text of an extraction: its own where it gave one, else its blocks joined by newlines. */
export function extractionToText(extraction, document) {
    return extraction.text ?? documentToText(document);
}
