import type { Extraction } from '../../model/extraction.ts';
import type { SharedTexts } from './shared-texts.ts';

/** What an extractor returned, its texts as the indices of their parts. */
export interface PackedExtraction extends Omit<Extraction, (typeof WHOLE)[number]> {
  /** Lines. */
  readonly text?: readonly number[];
  /** Tags, and the text between them. */
  readonly html?: readonly number[];
  /** Lines. */
  readonly markdown?: readonly number[];
}

const WHOLE = ['text', 'html', 'markdown'] as const;

export function packExtraction(extraction: Extraction, texts: SharedTexts): PackedExtraction {
  const { text, html, markdown, ...fields } = extraction;
  const indices = (parts: readonly string[]): number[] => parts.map((part) => texts.indexOf(part));
  return {
    ...fields,
    ...(text !== undefined && { text: indices(text.split('\n')) }),
    ...(html !== undefined && { html: indices(html.split(/(?<=>)|(?=<)/u)) }),
    ...(markdown !== undefined && { markdown: indices(markdown.split('\n')) }),
  };
}

export function unpackExtraction(packed: PackedExtraction, texts: readonly string[]): Extraction {
  const { text, html, markdown, ...fields } = packed;
  const joined = (indices: readonly number[], separator: string): string =>
    indices.map((index) => texts[index]).join(separator);
  return {
    ...fields,
    ...(text !== undefined && { text: joined(text, '\n') }),
    ...(html !== undefined && { html: joined(html, '') }),
    ...(markdown !== undefined && { markdown: joined(markdown, '\n') }),
  };
}
