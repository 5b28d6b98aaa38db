import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeInOrder } from './place-in-order.ts';
import type { Placeable } from './place-in-order.ts';

test.each<[string, [length: number, ...places: number[]][], (number | undefined)[]]>([
  ['nothing to place', [], []],
  ['no place', [[3]], [undefined]],
  ['one text without a place is left', [[3], [3, 0]], [undefined, 0]],
  ['all in order', [[3, 0], [3, 3], [4, 10]], [0, 3, 10]],
  ['the most text, not the most texts', [[9, 20], [2, 3], [2, 6]], [20, undefined, undefined]],
  ['one that strays takes no other along', [[2, 50], [5, 0], [5, 10], [5, 20]], [undefined, 0, 10, 20]],
  ['a later place keeps the order', [[3, 10], [3, 0, 20]], [10, 20]],
  ['a text is not put behind itself', [[3, 0, 10], [3, 20]], [10, 20]],
  ['without overlap', [[5, 0], [5, 3, 5]], [0, 5]],
  ['of two that overlap the longer', [[5, 0], [4, 3]], [0, undefined]],
])('%s', (_name, texts, places) => {
  expect(placeInOrder(texts.map(toPlaceable))).toEqual(places);
}); // prettier-ignore

test.each<[string, [length: number, ...places: number[]][], (number | undefined)[]]>([
  ['next to what follows', [[3, 0, 10], [3, 13, 30]], [10, 13]],
  ['next to the rest rather than earlier in gold', [[3, 20], [3, 0], [3, 3]], [undefined, 0, 3]],
  ['of two pairs that touch the one that begins later', [[4, 30], [4, 10], [3, 34], [3, 14]], [30, undefined, 34, undefined]],
  ['the one that touches, though it is the later', [[4, 30], [4, 10], [4, 14, 40]], [undefined, 10, 14]],
  ['neither touches: that which begins later', [[3, 10], [3, 0]], [10, undefined]],
  ['and of what begins there, that which ends first', [[3, 0], [3, 10], [3, 5]], [0, undefined, 5]],
  ['together rather than far apart', [[2, 0, 50], [2, 60, 90]], [50, 60]],
  ['one place for two: the first has it', [[3, 5], [3, 5]], [5, undefined]],
])('where as much can be placed in several ways: %s', (_name, texts, places) => {
  expect(placeInOrder(texts.map(toPlaceable))).toEqual(places);
}); // prettier-ignore

function toPlaceable([length, ...places]: readonly [number, ...number[]]): Placeable {
  return { length, places };
}

const someTexts = fc.array(
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
    fc.property(someTexts, (all) => {
      const placed = placeInOrder(all);
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
function mostText(all: readonly Placeable[], index: number, from: number): number {
  const text = all[index];
  if (text === undefined) return 0;
  const placed = text.places
    .filter((place) => place >= from)
    .map((place) => text.length + mostText(all, index + 1, place + text.length));
  return Math.max(mostText(all, index + 1, from), ...placed);
}
