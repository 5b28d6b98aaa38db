import { expect, test } from 'vitest';
import { SignFlips } from './sign-flips.ts';

test('flips are signs, as many of one as of the other but for chance', () => {
  const { signs } = new SignFlips('seed', 1_000).of(30);
  expect(new Set(signs)).toEqual(new Set([1, -1]));
  // 30,000 signs, standard deviation of their sum 173.
  expect(Math.abs(signs.reduce((sum, sign) => sum + sign, 0))).toBeLessThan(700);
});

test('who asked before makes no difference', () => {
  const [one, other] = [new SignFlips('seed', 20), new SignFlips('seed', 20)];
  other.of(40);
  expect(other.of(25).signs).toEqual(one.of(25).signs);
  expect(one.of(25)).toBe(one.of(25));
});
