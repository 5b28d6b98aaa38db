import { expect, test } from 'vitest';
import { Resampling } from './resamples.ts';

test('every sample has as many sites as there are', () => {
  const { times } = new Resampling('seed', 50).samples(30);
  expect(times).toHaveLength(1_500);
  for (let row = 0; row < times.length; row += 30) {
    expect(times.subarray(row, row + 30).reduce((sum, count) => sum + count, 0)).toBe(30);
  }
});

test('flips are signs, as many of one as of the other but for chance', () => {
  const { signs } = new Resampling('seed', 1_000).flips(30);
  expect(new Set(signs)).toEqual(new Set([1, -1]));
  // 30,000 signs, standard deviation of their sum 173.
  expect(Math.abs(signs.reduce((sum, sign) => sum + sign, 0))).toBeLessThan(700);
});

test('who asked before makes no difference', () => {
  const [one, other] = [new Resampling('seed', 20), new Resampling('seed', 20)];
  other.flips(25);
  other.samples(40);
  expect(other.samples(25).times).toEqual(one.samples(25).times);
  expect(one.samples(25)).toBe(one.samples(25));
});
