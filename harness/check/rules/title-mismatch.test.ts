import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { titleMismatch } from './title-mismatch.ts';

test('a title that is not the one of the body is found', () => {
  const gold = 'title: A town and its ladder | Gazette\nbody:\n  - title: A town and its ladder\n';
  expect(findingsOf(titleMismatch, checked({ gold })).map(({ found }) => found)).toEqual([
    'the title "A town and its ladder | Gazette", and "A town and its ladder" as title block of the body',
  ]);
});

test.each([
  'title: A TOWN and its ladder\nbody:\n  - title: A town and its ladder\n',
  'title: A town\nbody:\n  - p: Text.\n',
  'body:\n  - title: A town\n',
])('%j is no contradiction', (gold) => {
  expect(findingsOf(titleMismatch, checked({ gold }))).toEqual([]);
});
