import type { Document } from '../model/document.ts';
import type { Extraction } from '../model/extraction.ts';
import { htmlToDocument } from './html.ts';
import { documentToText, textToDocument } from './plain-text.ts';

/** The blocks of an extraction: from its HTML where it gave some, else from the lines of its text. */
export function extractionToDocument(extraction: Extraction): Document {
  return extraction.html === undefined
    ? textToDocument(extraction.text ?? '')
    : htmlToDocument(extraction.html);
}

/** The text of an extraction: its own where it gave one, else its blocks joined by newlines. */
export function extractionToText(extraction: Extraction, document: Document): string {
  return extraction.text ?? documentToText(document);
}
