import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { authorNotInPage } from './author-not-in-page.ts';

const by = (...authors: string[]) => ({ body: [], metadata: { authors } });
const html = '<meta name="author" content="King, Ada"><p>By Se&aacute;n O’Neill</p>';

test('an author whom the page does not name is found', () => {
  expect(findingsOf(authorNotInPage, checked({ html, gold: by('Ada King', 'Mary Smith') }))).toMatchObject([
    { path: 'authors[1]', found: 'the author "Mary Smith", who is named nowhere in the page' },
  ]);
});

test('names give nothing with the family name first, in other case and with other signs', () => {
  expect(findingsOf(authorNotInPage, checked({ html, gold: by('ada king', "Seán O'Neill") }))).toEqual([]);
  expect(findingsOf(authorNotInPage, checked({ html, gold: by() }))).toEqual([]);
});
