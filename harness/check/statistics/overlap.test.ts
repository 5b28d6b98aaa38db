import { expect, test } from 'vitest';
import { OverlapSearch } from './overlap.ts';

const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
const story = words.join(' ');

test('the same page and nearly the same one are found between corpora, not within one', () => {
  const search = new OverlapSearch();
  search.add('one', 'a', story);
  search.add('one', 'again', story);
  search.add('one', 'b', 'short');
  search.add('two', 'c', `${words.slice(0, 30).join('\n')}\n${words.slice(30).join(' ')}`);
  search.add('two', 'd', `${story} and a foot`);
  search.add('two', 'e', 'short');
  search.add('two', 'f', words.toReversed().join(' '));
  expect(search.result()).toEqual([
    {
      corpora: ['one', 'two'],
      pairs: [
        { pages: ['a', 'c'], kind: 'same' },
        { pages: ['again', 'c'], kind: 'same' },
        { pages: ['a', 'd'], kind: 'similar' },
        { pages: ['again', 'd'], kind: 'similar' },
        { pages: ['b', 'e'], kind: 'same' },
      ],
    },
  ]);
});

test('pages without text have nothing in common', () => {
  const search = new OverlapSearch();
  search.add('one', 'a', ' ');
  search.add('two', 'b', '');
  expect(search.result()).toEqual([]);
});
