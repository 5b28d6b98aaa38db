import { expect, test } from 'vitest';
import { bootstrapSpread } from './bootstrap-spread.ts';
import { Random } from './random.ts';

test('the spread of a mean is near its standard error, and the same for the same seed', () => {
  const pages = Array.from({ length: 100 }, (_, index) => index % 2);
  const mean = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const spread = bootstrapSpread(pages, mean, new Random('seed'));
  // 0.5 / √100
  expect(spread).toBeGreaterThan(0.045);
  expect(spread).toBeLessThan(0.055);
  expect(bootstrapSpread(pages, mean, new Random('seed'))).toBe(spread);
  expect(bootstrapSpread(pages, () => undefined, new Random('seed'))).toBeNaN();
});
