/** A point of a plot with its name, in pixels. */
export interface NamedPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A box in which names stand, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a name stands: the end that is nearer to its point, and its middle height. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  /** Which end of the name that is. */
  readonly anchor: 'start' | 'end';
  /** It stands off its point, so that it takes a line. */
  readonly isOff: boolean;
}

/** Height of a line of names, and the width of their letters on average, at a size of 11 pixels. */
export const LINE = 13;
const LETTER = 5.9;
/** From the middle of a point to its name, and how far names keep from points. */
const GAP = 8;
const POINT = 5;

/** Distances that are tried, the nearest first: beside the point, then further up and down, then further away. */
const OFFSETS = [GAP, 28, 52, 80, 112, 150]
  .flatMap((across) =>
    Array.from({ length: 41 }, (_, step) => (step - 20) * (LINE / 2)).map((down) => ({ across, down })),
  )
  .toSorted((a, b) => Math.hypot(a.across, a.down) - Math.hypot(b.across, b.down));

/**
 * Finds each name a place within the box, as near to its point as it can be, on either side, where it meets neither a
 * point nor another name. Where everything is taken it stands beside its point all the same. The order is that of
 * the points.
 */
export function placeLabels(points: readonly NamedPoint[], within: Box): PlacedLabel[] {
  const taken: Box[] = points.map(({ x, y }) => {
    return { left: x - POINT, right: x + POINT, top: y - POINT, bottom: y + POINT };
  });
  return points.map((point) => {
    const width = LETTER * point.name.length;
    const places = OFFSETS.flatMap((offset) => [
      placeAt(point, offset, 'start'),
      placeAt(point, offset, 'end'),
    ]);
    const free = places.find((place) => {
      const box = boxOf(place, width);
      return isWithin(box, within) && !taken.some((other) => doMeet(box, other));
    });
    const place = free ?? places[0]!;
    taken.push(boxOf(place, width));
    return place;
  });
}

function placeAt(
  { x, y }: NamedPoint,
  { across, down }: { readonly across: number; readonly down: number },
  anchor: PlacedLabel['anchor'],
): PlacedLabel {
  const side = anchor === 'start' ? across : -across;
  return { x: x + side, y: y + down, anchor, isOff: across !== GAP || down !== 0 };
}

function boxOf({ x, y, anchor }: PlacedLabel, width: number): Box {
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 };
}

function isWithin(box: Box, outer: Box): boolean {
  return (
    box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom
  );
}

function doMeet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
