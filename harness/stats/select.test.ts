import fc from 'fast-check';
import { expect, test } from 'vitest';
import { select } from './select.ts';

test('finds what would stand at a place of the sorted values', () => {
  const value = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.5),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.nat(), (values, place) => {
      const at = place % values.length;
      expect(select(Float64Array.from(values), at)).toBe(values.toSorted((a, b) => a - b)[at]! + 0);
    }),
    { numRuns: 500 },
  );
});
