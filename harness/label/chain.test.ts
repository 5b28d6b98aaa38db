import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeInOrder } from './chain.ts';
import type { Link } from './chain.ts';

test.each<[string, Link[], (number | undefined)[]]>([
  ['nothing to place', [], []],
  ['no place', [{ length: 3, places: [] }], [undefined]],
  ['next to what follows', [{ length: 3, places: [0, 10] }, { length: 3, places: [13, 30] }], [10, 13]],
  ['the most text, not the most texts', [{ length: 9, places: [20] }, { length: 2, places: [3] }, { length: 2, places: [6] }], [20, undefined, undefined]],
  ['without overlap', [{ length: 5, places: [0] }, { length: 5, places: [3, 5] }], [0, 5]],
  ['together rather than far apart', [{ length: 2, places: [0, 50] }, { length: 2, places: [60, 90] }], [50, 60]],
])('%s', (_name, links, places) => {
  expect(placeInOrder(links, 100)).toEqual(places);
}); // prettier-ignore

const links = fc.array(
  fc.record({
    length: fc.integer({ min: 1, max: 4 }),
    places: fc
      .uniqueArray(fc.integer({ min: 0, max: 16 }), { maxLength: 4 })
      .map((each) => each.toSorted((a, b) => a - b)),
  }),
  { maxLength: 5 },
);

test('no other way places more text in order', () => {
  fc.assert(
    fc.property(links, (all) => {
      const placed = placeInOrder(all, 20);
      let end = 0;
      all.forEach(({ length, places }, index) => {
        const place = placed[index];
        if (place === undefined) return;
        expect(places).toContain(place);
        expect(place).toBeGreaterThanOrEqual(end);
        end = place + length;
      });
      const covered = all.reduce(
        (sum, { length }, index) => sum + (placed[index] === undefined ? 0 : length),
        0,
      );
      expect(covered).toBe(mostText(all, 0, 0));
    }),
  );
});

/** By trying every way. */
function mostText(all: readonly Link[], index: number, from: number): number {
  const link = all[index];
  if (link === undefined) return 0;
  const placed = link.places
    .filter((place) => place >= from)
    .map((place) => link.length + mostText(all, index + 1, place + link.length));
  return Math.max(mostText(all, index + 1, from), ...placed);
}
