import { describe, expect, test } from 'vitest';
import { Random } from './random.ts';

describe('random numbers', () => {
  test('are the same for the same seed, and others for another', () => {
    const first = new Random('seed');
    const numbers = Array.from({ length: 5 }, () => first.next());
    const again = new Random('seed');
    expect(Array.from({ length: 5 }, () => again.next())).toEqual(numbers);
    const other = new Random('seee');
    expect(Array.from({ length: 5 }, () => other.next())).not.toEqual(numbers);
  });

  test('are the same on every machine', () => {
    const random = new Random('assay');
    expect([random.next(), random.next(), random.next()]).toMatchInlineSnapshot(`
      [
        3651903802,
        3553821438,
        4018694715,
      ]
    `);
  });

  test('fall evenly below a limit', () => {
    const random = new Random('even');
    const counts = Array.from({ length: 7 }, () => 0);
    for (let draw = 0; draw < 70_000; draw++) counts[random.below(7)]!++;
    // Expected 10,000 each, standard deviation 93.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
