/** A text that may stand at several places. */
export interface Placed {
  /** What it weighs to have the text in order: its length. At least 1. */
  readonly weight: number;
  /** Where it begins, ascending. */
  readonly starts: readonly number[];
}

interface Link {
  readonly index: number;
  readonly before: Link | undefined;
  readonly total: number;
}

/**
 * The indices of the texts that can be placed one behind the other, none overlapping, so that their weight is the
 * greatest: what is left is out of order, and one text that strays takes no other with it. Time is
 * O(n log n) in the number of places.
 */
export function heaviestOrder(texts: readonly Placed[]): ReadonlySet<number> {
  const ends = texts.flatMap(({ starts, weight }) => starts.map((start) => start + weight));
  const chains = new HeaviestChains([...new Set(ends)].toSorted((a, b) => a - b));
  texts.forEach(({ starts, weight }, index) => {
    const links = starts.map((start) => {
      const before = chains.upTo(start);
      return { end: start + weight, link: { index, before, total: (before?.total ?? 0) + weight } };
    });
    // Only now, or a text that stands there twice would be put behind itself.
    for (const { end, link } of links) chains.add(end, link);
  });
  const kept = new Set<number>();
  for (let link = chains.upTo(Number.POSITIVE_INFINITY); link; link = link.before) kept.add(link.index);
  return kept;
}

/** A Fenwick tree over the ends of texts: the heaviest chain that ends at or before a place. */
class HeaviestChains {
  readonly #ends: readonly number[];
  readonly #best: (Link | undefined)[];

  constructor(ends: readonly number[]) {
    this.#ends = ends;
    this.#best = Array.from({ length: ends.length + 1 });
  }

  upTo(place: number): Link | undefined {
    let best: Link | undefined;
    for (let node = this.#countUpTo(place); node > 0; node -= node & -node)
      best = heavier(best, this.#best[node]);
    return best;
  }

  add(end: number, link: Link): void {
    for (let node = this.#countUpTo(end); node < this.#best.length; node += node & -node) {
      this.#best[node] = heavier(this.#best[node], link);
    }
  }

  /** How many ends are at or before the place. */
  #countUpTo(place: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Of two chains of one weight the one that was there first. */
function heavier(a: Link | undefined, b: Link | undefined): Link | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.total > a.total ? b : a;
}
