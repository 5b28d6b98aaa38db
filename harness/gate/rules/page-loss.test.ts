import { expect, test } from 'vitest';
import { signTest } from './page-loss.ts';

test.each([
  // One toss: 1/2. Three tosses, at least two: (3 + 1) / 8. Ten, at least nine: (10 + 1) / 1024.
  [1, 0, 1 / 2],
  [2, 1, 4 / 8],
  [9, 1, 11 / 1024],
  [0, 0, 1],
  [5, 5, 638 / 1024],
])('a coin that falls at least %d times of %d more on one side', (lost, gained, p) => {
  expect(signTest(lost, gained)).toBeCloseTo(p, 12);
});

test('a thousand tosses are no trouble', () => {
  expect(signTest(500, 500)).toBeCloseTo(0.5126, 3);
  expect(signTest(1000, 0)).toBeLessThan(1e-300);
});
