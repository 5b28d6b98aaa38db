import { expect, test } from 'vitest';
import { checked } from './fixtures/checked.ts';
import { hasWordsOf, nearestText } from './nearest-text.ts';

const page = checked({
  text: 'The ferry sails on Monday.\nIt has eleven cabins, and a band.\n三丁目の放送\n',
});

test.each([
  ['The ferry sails on Tuesday.', ': the page has "The ferry sails on Monday. It has eleven cabins…" where gold has "The ferry sails on Tuesday."'],
  ['It has eleven cabins and a band.', ': the page has "It has eleven cabins, and a band. 三丁目の放送" where gold has "It has eleven cabins and a band."'],
  ['There were cabins and a band', ', nearest is "cabins, and a band"'],
  ['四丁目の放送', ', nearest is "丁目の放送"'],
  ['Nothing of the kind', ''],
  ['…', ''],
])('%s', (text, nearest) => {
  expect(nearestText(page, text)).toBe(nearest);
}); // prettier-ignore

test('a page without text has nothing near', () => {
  expect(nearestText(checked({ text: '' }), 'Any text')).toBe('');
});

test('words in a row are the same words, with whatever between them', () => {
  expect(hasWordsOf(page, '- It has “eleven” cabins; and')).toBe(true);
  expect(hasWordsOf(page, 'eleven band')).toBe(false);
  expect(hasWordsOf(page, '***')).toBe(false);
});
