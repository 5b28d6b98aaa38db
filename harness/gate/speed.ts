import { quantile } from '../stats/quantile.ts';

/** A page that went through head, base, base and head, one after the other; milliseconds. */
export interface Quadruple {
  readonly head: readonly [number, number];
  readonly base: readonly [number, number];
}

/** How much longer the head takes than the base. */
export interface Speed {
  /** The median over quadruples; 2: twice as long. */
  readonly ratio: number;
  /** An interval that holds it in all but one of a thousand cases, by order statistics, whatever the noise looks like. */
  readonly low: number;
  readonly high: number;
  /** As much longer it may take: what was asked for, and never less than what the same code against itself shows. */
  readonly limit: number;
  readonly quadruples: number;
}

/** On each side of the interval one case in two thousand. */
const TAIL = 0.0005;

/**
 * Compares times. A drift of the machine that is steady over a quadruple hits both alike. The same code against itself is the
 * first time of a page against its second: the far end of that interval.
 *
 * @param quadruples at least 12, or there is no such interval
 * @param slower the least ratio that may fail
 */
export function speedOf(quadruples: readonly Quadruple[], slower: number): Speed {
  const between = quadruples.map(({ head, base }) => sum(head) / sum(base));
  const itself = quadruples.flatMap(({ head, base }) => [head[0] / head[1], base[0] / base[1]]);
  const own = medianInterval(itself);
  return {
    ...medianInterval(between),
    limit: Math.max(slower, own.high, 1 / own.low),
    quadruples: quadruples.length,
  };
}

/** Whether it is slower than it may be. */
export function isSlower({ low, limit }: Speed): boolean {
  return low > limit;
}

/** No time is so short that a clock could not tell it from nothing. */
const SHORTEST_MS = 0.001;

function sum([first, second]: readonly [number, number]): number {
  return Math.max(SHORTEST_MS, first + second);
}

function medianInterval(values: readonly number[]): {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
} {
  const sorted = values
    .map((value) => (Number.isFinite(value) && value > 0 ? value : 1))
    .toSorted((a, b) => a - b);
  const outside = placesOutside(sorted.length);
  return { ratio: quantile(sorted, 0.5), low: sorted[outside]!, high: sorted.at(-1 - outside)! };
}

/** How many of n ordered values lie below the interval of the median: the most k for which Σ C(n, i) / 2ⁿ, i ≤ k, is at most the tail. */
function placesOutside(n: number): number {
  let term = 2 ** -n;
  let chance = 0;
  for (let k = 0; k < n; k++) {
    chance += term;
    if (chance > TAIL) return Math.max(0, k - 1);
    term *= (n - k) / (k + 1);
  }
  return 0;
}
