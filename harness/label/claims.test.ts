import { expect, test } from 'vitest';
import { placesOf } from './claims.ts';

test.each<[string, string, string, number, number[]]>([
  ['nowhere', 'x', 'abc', 9, []],
  ['in several places', 'ab', 'abcab', 9, [0, 3]],
  ['over itself', 'aa', 'aaaa', 9, [0, 1, 2]],
  ['the first so many', 'a', 'aaaa', 2, [0, 1]],
])('%s', (_name, text, inside, most, places) => {
  expect(placesOf(text, inside, most)).toEqual(places);
});
