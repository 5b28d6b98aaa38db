import { expect, test } from 'vitest';
import { Random } from '../stats/random.ts';
import { isSlower, speedOf } from './speed.ts';
import type { Quadruple } from './speed.ts';

/** Times of a busy machine: pages differ, the machine drifts, every tenth time is many times as long. */
function noisy(random: Random, factor: number, count = 40): Quadruple[] {
  const share = (): number => random.next() / 2 ** 32;
  return Array.from({ length: count }, (_, index) => {
    const page = 2 + 200 * share() ** 3;
    const drift = 1 + 0.5 * Math.sin(index / 3);
    const time = (slow: number): number =>
      page * slow * drift * (0.7 + 0.8 * share()) * (share() < 0.1 ? 1 + 9 * share() : 1);
    return { head: [time(factor), time(factor)], base: [time(1), time(1)] };
  });
}

test('the same code passes 50 times of 50 on a busy machine', () => {
  const random = new Random('busy');
  const verdicts = Array.from({ length: 50 }, () => isSlower(speedOf(noisy(random, 1), 1.001)));
  expect(verdicts.filter(Boolean)).toEqual([]);
});

test('three times as long is seen 50 times of 50', () => {
  const random = new Random('slow');
  const verdicts = Array.from({ length: 50 }, () => isSlower(speedOf(noisy(random, 3), 1.25)));
  expect(verdicts.filter(Boolean)).toHaveLength(50);
});

test('steady times give their ratio and the limit that was asked for', () => {
  const steady = Array.from({ length: 40 }, (): Quadruple => ({ head: [3, 3], base: [2, 2] }));
  expect(speedOf(steady, 1.25)).toEqual({ ratio: 1.5, low: 1.5, high: 1.5, limit: 1.25, quadruples: 40 });
});

test('a limit is never smaller than what the same code against itself shows', () => {
  // The second time of a page is always half of the first.
  const halved = Array.from({ length: 40 }, (): Quadruple => ({ head: [6, 3], base: [4, 2] }));
  expect(speedOf(halved, 1.25)).toMatchObject({ ratio: 1.5, limit: 2 });
});

test('the interval of the median of 40 values leaves out nine on each side', () => {
  const rising = Array.from({ length: 40 }, (_, index): Quadruple => ({
    head: [index + 1, index + 1],
    base: [1, 1],
  }));
  // Of 40 tosses at most nine fall on one side: 0.00034; at most ten: 0.0011.
  expect(speedOf(rising, 1.25)).toMatchObject({ ratio: 20.5, low: 10, high: 31 });
});
