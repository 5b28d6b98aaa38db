import type { Document } from '../model/document.ts';
import type { Extraction } from '../model/extraction.ts';
import { htmlToDocument } from './html.ts';
import { markdownToDocument } from './markdown.ts';
import { documentToText, textToDocument } from './plain-text.ts';

/**
 * The blocks of an extraction: from its HTML where it gave some, else from its Markdown, else from the lines of
 * its text. `text` is never read as Markdown: a star in it is a star.
 */
export function extractionToDocument({ html, markdown, text }: Extraction): Document {
  if (html !== undefined) return htmlToDocument(html);
  return markdown !== undefined ? markdownToDocument(markdown) : textToDocument(text ?? '');
}

/** The text of an extraction: its own where it gave one, else its blocks joined by newlines. */
export function extractionToText(extraction: Extraction, document: Document): string {
  return extraction.text ?? documentToText(document);
}
