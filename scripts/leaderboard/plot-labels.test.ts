import { expect, test } from 'vitest';
import { LINE, placeLabels } from './plot-labels.ts';
import type { PlacedLabel } from './plot-labels.ts';

const within = { left: 0, top: 0, right: 600, bottom: 400 };

test('a name stands to the right of its point, to the left where there is no room', () => {
  expect(
    placeLabels([{ name: 'alone', x: 100, y: 100 }, { name: 'at the end', x: 590, y: 300 }], within),
  ).toEqual([
    { x: 108, y: 100, anchor: 'start', isOff: false },
    { x: 582, y: 300, anchor: 'end', isOff: false },
  ]);
}); // prettier-ignore

test('forty names in one corner meet neither each other nor a point', () => {
  const points = Array.from({ length: 40 }, (_, index) => {
    return { name: `extractor-${index}`, x: 250 + (index % 8) * 12, y: 60 + Math.floor(index / 8) * 15 };
  });
  const labels = placeLabels(points, within);
  // At least as wide as it is drawn.
  const widthOf = (index: number): number => 5 * points[index]!.name.length;
  const left = ({ x, anchor }: PlacedLabel, index: number): number =>
    anchor === 'start' ? x : x - widthOf(index);
  labels.forEach((one, index) => {
    const [from, to] = [left(one, index), left(one, index) + widthOf(index)];
    labels.slice(0, index).forEach((other, before) => {
      const isBeside = left(other, before) >= to || left(other, before) + widthOf(before) <= from;
      expect(isBeside || Math.abs(one.y - other.y) >= LINE, `${index} ${before}`).toBe(true);
    });
    const covered = points.filter(({ x, y }) => x > from && x < to && Math.abs(y - one.y) < LINE / 2);
    expect(covered).toEqual([]);
  });
});

test('where everything is taken a name stands beside its point', () => {
  const points = [{ name: 'wider than the box', x: 5, y: 5 }];
  expect(placeLabels(points, { left: 0, top: 0, right: 20, bottom: 20 })).toEqual([
    { x: 13, y: 5, anchor: 'start', isOff: false },
  ]);
});
