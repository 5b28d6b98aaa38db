import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

test.each([
  [[7], 0.5, 7],
  [[1, 3], 0.5, 2],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[1, 2, 3, 4, 5], 0.95, 4.8],
  [[1, 9], 0, 1],
  [[1, 9], 1, 9],
])('of %j the quantile %d is %d', (sorted, share, expected) => {
  expect(quantile(sorted, share)).toBeCloseTo(expected, 12);
});
