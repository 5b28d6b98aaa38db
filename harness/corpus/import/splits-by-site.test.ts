import { expect, test } from 'vitest';
import { splitsBySite } from './splits-by-site.ts';

const page = (site: string, split: string) => ({ site, split });

test('every site is in one split; a shared one is for development', () => {
  const splits = splitsBySite([
    page('b', 'test'),
    page('c', 'test'),
    page('a', 'test'),
    page('c', 'test'),
    page('c', 'dev'),
    page('d', 'dev'),
  ]);
  expect([...splits.sitesOf]).toEqual([
    ['dev', ['c', 'd']],
    ['test', ['a', 'b']],
  ]);
  expect(splits.sharedSites).toEqual(['c']);
  expect(splits.movedPages).toBe(2);
});

test('where dev has none of its pages a shared site goes where most of them are, of equals the first by name', () => {
  const splits = splitsBySite([
    page('a', 'test'),
    page('a', 'train'),
    page('a', 'train'),
    page('b', 'train'),
    page('b', 'test'),
  ]);
  expect([...splits.sitesOf]).toEqual([
    ['test', ['b']],
    ['train', ['a']],
  ]);
  expect(splits.movedPages).toBe(2);
});
