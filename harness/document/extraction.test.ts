import { expect, test } from 'vitest';
import type { Extraction } from '../model/extraction.ts';
import { extractionToDocument, extractionToText } from './extraction.ts';
import { outline } from './fixtures/outline.ts';

test.each<[string, Extraction, string[], string]>([
  ['HTML before all else', { html: '<h1>a', markdown: '# b', text: 'c' }, ['h1: a'], 'c'],
  ['Markdown before text', { markdown: '# b *c*', text: '# d' }, ['h1: b c'], '# d'],
  ['Markdown alone', { markdown: '# b\n\n*c*' }, ['h1: b', 'p: c'], 'b\nc'],
  ['text, which is never read as Markdown', { text: '# d\n*e*' }, ['p: # d', 'p: *e*'], '# d\n*e*'],
  ['empty HTML, not the text beside it', { html: '', text: 'c' }, [], 'c'],
])('blocks come from %s', (_name, extraction, blocks, text) => {
  const document = extractionToDocument(extraction);
  expect(outline(document)).toEqual(blocks);
  expect(extractionToText(extraction, document)).toBe(text);
});
