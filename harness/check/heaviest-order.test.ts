import { expect, test } from 'vitest';
import { heaviestOrder } from './heaviest-order.ts';

test.each<[string, [weight: number, ...starts: number[]][], number[]]>([
  ['nothing', [], []],
  ['one text', [[3, 5]], [0]],
  ['all in order', [[3, 0], [3, 3], [4, 10]], [0, 1, 2]],
  ['the lighter of two strays', [[3, 10], [9, 0]], [1]],
  ['the first of two that weigh the same', [[3, 10], [3, 0]], [0]],
  ['a later place keeps the order', [[3, 10], [3, 0, 20]], [0, 1]],
  ['one that strays takes no other along', [[2, 50], [5, 0], [5, 10], [5, 20]], [1, 2, 3]],
  ['overlapping texts are not in order', [[5, 0], [4, 3]], [0]],
  ['a text is not put behind itself', [[3, 0, 10], [3, 20]], [0, 1]],
  ['without a place', [[3], [3, 0]], [1]],
])('%s', (_, texts, kept) => {
  const placed = texts.map(([weight, ...starts]) => ({ weight, starts }));
  expect([...heaviestOrder(placed)].toSorted((a, b) => a - b)).toEqual(kept);
}); // prettier-ignore
