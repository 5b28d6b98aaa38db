import { expect, test } from 'vitest';
import { krippendorffAlpha } from './krippendorff.ts';

/** Two coders, a character for each unit. */
function alpha(first: string, second: string): number | undefined {
  return krippendorffAlpha(
    first.split('').map((value, unit) => ({ values: [value, second[unit]!], units: 1 }) as const),
  );
}

test('the worked examples of Krippendorff, Computing Krippendorff’s Alpha-Reliability (2011)', () => {
  // Section A, Meg and Owen: 1 - (20 - 1) · 4 / (14 · 6) = 8/84.
  expect(alpha('0100000010', '1110010000')).toBeCloseTo(0.095, 3);
  // Section B, Ben and Gerry: (23 · 18 - 104) / (24 · 23 - 104) = 310/448.
  expect(alpha('aabbdcccedda', 'babbbccceddd')).toBe(310 / 448);
});

test('1 where all agree, 0 and less where they do not, nothing where nothing could disagree', () => {
  expect(alpha('ab', 'ab')).toBe(1);
  // n = 4, each said twice: (3 · 0 - 4) / (12 - 4).
  expect(alpha('ab', 'ba')).toBe(-0.5);
  expect(alpha('aaa', 'aaa')).toBeUndefined();
  expect(alpha('', '')).toBeUndefined();
});

test('units that are counted together are those that are counted one by one', () => {
  const pairs = [
    { values: ['x', 'x'], units: 3 },
    { values: ['x', 'y'], units: 2 },
    { values: ['y', 'y'], units: 1 },
  ] as const;
  expect(krippendorffAlpha(pairs)).toBe(alpha('xxxxxy', 'xxxyyy'));
});
