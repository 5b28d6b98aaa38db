import { expect, test } from 'vitest';
import { judge, noiseOf, spreadOf } from './spread.ts';

test.each([
  // At most five values: their ends.
  [[7], { median: 7, low: 7, high: 7, count: 1 }],
  [[3, 1], { median: 2, low: 1, high: 3, count: 2 }],
  [[5, 1, 2, 9, 4], { median: 4, low: 1, high: 9, count: 5 }],
  // Eight: the ends hold the median in 1 − 2/256, the next two only in 1 − 18/256 = 93 %.
  [[1, 2, 3, 4, 5, 6, 7, 8], { median: 4.5, low: 1, high: 8, count: 8 }],
  // Nine: the second from either end in 1 − 20/512 = 96 %, the third only in 1 − 92/512.
  [[1, 2, 3, 4, 5, 6, 7, 8, 90], { median: 5, low: 2, high: 8, count: 9 }],
  // Twelve: the third in 1 − 158/4096 = 96 %, the fourth only in 1 − 598/4096.
  [[12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { median: 6.5, low: 3, high: 10, count: 12 }],
])('of %j median and interval are %j', (values, spread) => {
  expect(spreadOf(values)).toEqual(spread);
});

test.each([
  [[1, 1, 1], 1],
  [[0.9, 1, 1.05], 1 / 0.9],
  [[0.9, 1, 1.25], 1.25],
  [[1.02, 1.04], 1.04],
])('what is the same in ratios of %j is off by a factor of %d', (controls, noise) => {
  expect(noiseOf(controls)).toBe(noise);
});

test.each([
  [0.04, 0.06, 1, { atMost: 0.0625 }, 'met'],
  [0.04, 0.06, 1.25, { atMost: 0.0625 }, 'cannot tell'],
  [0.05, 0.08, 1, { atMost: 0.0625 }, 'cannot tell'],
  [0.07, 0.08, 1, { atMost: 0.0625 }, 'missed'],
  [0.07, 0.08, 1.25, { atMost: 0.0625 }, 'cannot tell'],
  [1.8, 1.9, 1, { atLeast: 1.7 }, 'met'],
  [1.8, 1.9, 1.25, { atLeast: 1.7 }, 'cannot tell'],
  [1.2, 1.3, 1.25, { atLeast: 1.7 }, 'missed'],
] as const)(
  'an interval of %d to %d with noise of %d under a budget of %j: %s',
  (low, high, noise, budget, verdict) => {
    const spread = { median: (low + high) / 2, low, high, count: 5 };
    expect(judge(spread, { down: noise, up: noise }, budget)).toBe(verdict);
  },
);

test('a machine that only makes things slower can hide that a budget is met, but not that it is missed', () => {
  const spread = { median: 2.2, low: 2, high: 2.4, count: 5 };
  expect(judge(spread, { down: 1.5, up: 1 }, { atMost: 2.4 })).toBe('met');
  expect(judge(spread, { down: 1.5, up: 1 }, { atMost: 1.5 })).toBe('cannot tell');
  expect(judge(spread, { down: 1.5, up: 1 }, { atMost: 1.3 })).toBe('missed');
});
