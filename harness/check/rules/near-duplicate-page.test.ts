import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { nearDuplicatePage } from './near-duplicate-page.ts';

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');
const page = (id: string, text: string, around = id) =>
  checked({ id, text: `${around}\n${text}`, gold: `body:\n  - p: ${text}\n` });

test('nearly the same gold on two pages is found', () => {
  const found = findingsOf(
    nearDuplicatePage,
    page('a.example/1', words(0, 200)),
    page('b.example/1', words(10, 200)),
  );
  expect(found).toMatchObject([{ page: 'b.example/1' }]);
  expect(found[0]?.found).toMatch(
    /^nearly the same text as a\.example\/1: they share about (?:8[5-9]|9\d|100) %$/,
  );
});

test('where gold is no text, the pages are compared', () => {
  const pages = ['a', 'b'].map((id) => checked({ id: `${id}.example/1`, text: `${id} ${words(0, 100)}` }));
  expect(findingsOf(nearDuplicatePage, ...pages)).toHaveLength(1);
});

test('half a text, a short text and the very same page give nothing', () => {
  expect(
    findingsOf(nearDuplicatePage, page('a.example/1', words(0, 200)), page('b.example/1', words(100, 300))),
  ).toEqual([]);
  expect(
    findingsOf(nearDuplicatePage, page('a.example/1', 'Too short.'), page('b.example/1', 'Too short.')),
  ).toEqual([]);
  const same = ['a', 'b'].map((id) => page(`${id}.example/1`, words(0, 200), 'around'));
  expect(findingsOf(nearDuplicatePage, ...same)).toEqual([]);
});
