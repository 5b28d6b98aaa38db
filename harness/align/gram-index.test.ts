import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GramIndex, gramHash } from './gram-index.ts';

function placesOf(index: GramIndex, hash: number): number[] {
  const places: number[] = [];
  for (let at = index.first(hash); at >= 0; at = index.next[at]!) places.push(at);
  return places;
}

test('the places of a stretch, in their order', () => {
  const ids = Int32Array.of(7, 8, 9, 7, 8, 7, 8);
  const index = new GramIndex(ids, 2);
  expect(placesOf(index, gramHash(Int32Array.of(7, 8), 0, 2))).toEqual([0, 3, 5]);
  expect(placesOf(index, gramHash(Int32Array.of(8, 8), 0, 2))).toEqual([]);
  expect(placesOf(new GramIndex(ids, 2, Uint8Array.of(1, 1, 1, 1, 1, 0, 1)), gramHash(ids, 0, 2))).toEqual([
    0, 3,
  ]);
});

test('a text that is shorter than a stretch has none', () => {
  expect(new GramIndex(new Int32Array(0), 4).first(gramHash(Int32Array.of(1, 2, 3, 4), 0, 4))).toBe(-1);
  expect(new GramIndex(Int32Array.of(1, 2, 3), 4).first(0)).toBe(-1);
});

test('every place of every stretch is found', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { maxLength: 200 }),
      fc.integer({ min: 1, max: 5 }),
      (numbers, length) => {
        const ids = Int32Array.from(numbers);
        const index = new GramIndex(ids, length);
        for (let at = 0; at + length <= ids.length; at++)
          expect(placesOf(index, gramHash(ids, at, length))).toContain(at);
      },
    ),
  );
});
