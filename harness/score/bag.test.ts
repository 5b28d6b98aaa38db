import { expect, test } from 'vitest';
import { sharedCount, toBag } from './bag.ts';

test('a bag knows how often each thing is there', () => {
  expect(toBag(['a', 'b', 'a'])).toEqual({ counts: new Map([['a', 2], ['b', 1]]), total: 3 }); // prettier-ignore
  expect(toBag(Int32Array.of(7, 7))).toEqual({ counts: new Map([[7, 2]]), total: 2 });
});

test.each<[string, string, string, number]>([
  ['nothing', '', '', 0],
  ['the same', 'aab', 'aab', 3],
  ['the same in another order', 'aab', 'baa', 3],
  ['nothing in common', 'ab', 'cd', 0],
  ['as often as the one that has fewer', 'aaab', 'aac', 2],
])('what two bags share: %s', (_name, one, other, shared) => {
  expect(sharedCount(toBag(Array.from(one)), toBag(Array.from(other)))).toBe(shared);
  expect(sharedCount(toBag(Array.from(other)), toBag(Array.from(one)))).toBe(shared);
});
