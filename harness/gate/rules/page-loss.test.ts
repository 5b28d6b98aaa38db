import { expect, test } from 'vitest';
import { signTest } from './page-loss.ts';

/** Sites of one page. */
function single(lost: number, gained: number): number[] {
  return [...Array.from({ length: lost }, () => 1), ...Array.from({ length: gained }, () => -1)];
}

test.each([
  // One toss: 1/2. Three tosses, at least two: (3 + 1) / 8. Ten, at least nine: (10 + 1) / 1024.
  [1, 0, 1 / 2],
  [2, 1, 4 / 8],
  [9, 1, 11 / 1024],
  [0, 0, 1],
  [5, 5, 638 / 1024],
])('a coin that falls at least %d times of %d more on one side', (lost, gained, p) => {
  expect(signTest(single(lost, gained))).toBeCloseTo(p, 12);
});

test.each([
  // Ten pages of one site that lose are one toss.
  [[10], 1 / 2],
  // Of {3, 2, 1} the losing side sums up to 5 or more as {3, 2} and {3, 2, 1}.
  [[3, 2, -1], 2 / 8],
  // {4}, {4, 1}, {4, 1}, {4, 1, 1}: the large site decides.
  [[4, -1, -1], 4 / 8],
  // A site that lost as many pages as it gained turns nothing.
  [[2, 2, 0], 1 / 4],
])('sites whose pages turn together: %j', (surplus, p) => {
  expect(signTest(surplus)).toBeCloseTo(p, 12);
});

test('a thousand tosses are no trouble', () => {
  expect(signTest(single(500, 500))).toBeCloseTo(0.5126, 3);
  expect(signTest(single(1000, 0))).toBeLessThan(1e-300);
});
