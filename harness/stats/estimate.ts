import type { Columns, RatioColumns } from './columns.ts';

/** A figure of a corpus and how it would move with its sites. */
export interface LinearEstimate {
  readonly value: number;
  /**
   * For each site the first-order share of it in the figure's error (the infinitesimal jackknife): for a ratio A / B
   * (a − A / B · b) / B; for the harmonic mean of P and R 2R² / (P + R)² of P's and 2P² / (P + R)² of R's. They sum to 0.
   */
  readonly influence: Float64Array;
}

/** A figure as a function of weighted sums over sites; the work of every resample. */
export class SiteEstimator {
  readonly sites: number;
  readonly #first: RatioColumns;
  readonly #second: RatioColumns | undefined;
  /** A sample is taken ten thousand times: nothing is allocated for it. */
  readonly #scratch: Float64Array;

  /** @param columns entries by site */
  constructor([first, second]: Columns) {
    this.#first = first;
    this.#second = second;
    this.sites = first.part.length;
    this.#scratch = new Float64Array(this.sites);
  }

  /** The figure over all sites once. */
  whole(): LinearEstimate {
    const times = new Uint16Array(this.sites).fill(1);
    const point = this.#point(times, 0);
    return { value: point.value, influence: this.#influences(point).slice() };
  }

  /**
   * The figure over a sample of sites, and the sum of squares of its influences there.
   *
   * @param times how often each site is in the sample, from `offset` on
   */
  sample(times: Uint16Array, offset: number): { readonly value: number; readonly squares: number } {
    const point = this.#point(times, offset);
    const influences = this.#influences(point);
    let squares = 0;
    for (let site = 0; site < influences.length; site++) {
      const influence = influences[site]!;
      squares += times[offset + site]! * influence * influence;
    }
    return { value: point.value, squares };
  }

  #point(times: Uint16Array, offset: number): Point {
    const first = ratioOf(this.#first, times, offset);
    if (this.#second === undefined) {
      const weight = inverse(first.whole);
      return { value: first.value, first: first.value, second: 0, firstWeight: weight, secondWeight: 0 };
    }
    const second = ratioOf(this.#second, times, offset);
    const sum = first.value + second.value;
    if (sum === 0) return { value: 0, first: 0, second: 0, firstWeight: 0, secondWeight: 0 };
    return {
      value: (2 * first.value * second.value) / sum,
      first: first.value,
      second: second.value,
      firstWeight: ((2 * second.value * second.value) / (sum * sum)) * inverse(first.whole),
      secondWeight: ((2 * first.value * first.value) / (sum * sum)) * inverse(second.whole),
    };
  }

  /** The influence of every site, in an array that the next call overwrites. */
  #influences({ first, second, firstWeight, secondWeight }: Point): Float64Array {
    const influences = this.#scratch;
    const { part, whole } = this.#first;
    for (let site = 0; site < influences.length; site++) {
      influences[site] = firstWeight * (part[site]! - first * whole[site]!);
    }
    if (this.#second === undefined) return influences;
    const other = this.#second;
    for (let site = 0; site < influences.length; site++) {
      influences[site]! += secondWeight * (other.part[site]! - second * other.whole[site]!);
    }
    return influences;
  }
}

function ratioOf(
  { part, whole }: RatioColumns,
  times: Uint16Array,
  offset: number,
): { readonly value: number; readonly whole: number } {
  let parts = 0;
  let wholes = 0;
  for (let site = 0; site < part.length; site++) {
    const count = times[offset + site]!;
    parts += count * part[site]!;
    wholes += count * whole[site]!;
  }
  return { value: wholes === 0 ? 0 : parts / wholes, whole: wholes };
}

/** Where the sums of a sample stand: the ratios, and what a unit of each one's residual moves the figure by. */
interface Point {
  readonly value: number;
  readonly first: number;
  readonly second: number;
  readonly firstWeight: number;
  readonly secondWeight: number;
}

function inverse(sum: number): number {
  return sum === 0 ? 0 : 1 / sum;
}
