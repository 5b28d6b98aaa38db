import { expect, test } from 'vitest';
import { lowerBound } from './lower-bound.ts';

test.each<[string, number[], number, number]>([
  ['nothing', [], 3, 0],
  ['before all', [4, 6], 3, 0],
  ['a value that is there', [1, 4, 6], 4, 1],
  ['the first of equal ones', [1, 4, 4, 4, 6], 4, 1],
  ['between two', [1, 4, 6], 5, 2],
  ['behind all', [1, 4], 5, 2],
])('%s', (_name, values, least, index) => {
  expect(lowerBound(values, least)).toBe(index);
  expect(lowerBound(Int32Array.from(values), least)).toBe(index);
});
