import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { siteMismatch } from './site-mismatch.ts';

const at = (url: string) => checked({ id: 'gazette.example/story', gold: `url: ${url}\nbody: []\n` });

test('a page of another site is found', () => {
  expect(findingsOf(siteMismatch, at('https://herald.example/story'))).toMatchObject([
    {
      path: 'url',
      found: 'the address https://herald.example/story under "gazette.example"',
      fix: 'correct the address, or move the page to "herald.example"',
    },
  ]);
  expect(findingsOf(siteMismatch, at('https://notgazette.example/story'))).toHaveLength(1);
});

test('a page of the site or of a host below it gives nothing', () => {
  expect(findingsOf(siteMismatch, at('https://gazette.example/story'))).toEqual([]);
  expect(findingsOf(siteMismatch, at('https://www.gazette.example/story'))).toEqual([]);
  expect(findingsOf(siteMismatch, checked({ gold: 'body: []\n' }))).toEqual([]);
});
