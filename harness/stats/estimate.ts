import type { Columns } from './columns.ts';

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
  readonly #columns: Columns;

  /** @param columns entries by site */
  constructor(columns: Columns) {
    this.#columns = columns;
    this.sites = columns[0].part.length;
  }

  /** The figure over all sites once. */
  whole(): LinearEstimate {
    const times = new Uint16Array(this.sites).fill(1);
    const point = this.#point(times, 0);
    const influence = new Float64Array(this.sites);
    for (let site = 0; site < this.sites; site++) influence[site] = this.#influence(point, site);
    return { value: point.value, influence };
  }

  /**
   * The figure over a sample of sites, and the sum of squares of its influences there.
   *
   * @param times how often each site is in the sample, from `offset` on
   */
  sample(times: Uint16Array, offset: number): { readonly value: number; readonly squares: number } {
    const point = this.#point(times, offset);
    let squares = 0;
    for (let site = 0; site < this.sites; site++) {
      const influence = this.#influence(point, site);
      squares += times[offset + site]! * influence * influence;
    }
    return { value: point.value, squares };
  }

  #point(times: Uint16Array, offset: number): Point {
    const first = this.#ratio(0, times, offset);
    if (this.#columns[1] === undefined) {
      return {
        value: first.value,
        first: first.value,
        second: 0,
        firstWeight: inverse(first.whole),
        secondWeight: 0,
      };
    }
    const second = this.#ratio(1, times, offset);
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

  #ratio(
    index: 0 | 1,
    times: Uint16Array,
    offset: number,
  ): { readonly value: number; readonly whole: number } {
    const { part, whole } = this.#columns[index]!;
    let parts = 0;
    let wholes = 0;
    for (let site = 0; site < part.length; site++) {
      const count = times[offset + site]!;
      parts += count * part[site]!;
      wholes += count * whole[site]!;
    }
    return { value: wholes === 0 ? 0 : parts / wholes, whole: wholes };
  }

  #influence(point: Point, site: number): number {
    const [first, second] = this.#columns;
    const influence = point.firstWeight * (first.part[site]! - point.first * first.whole[site]!);
    if (second === undefined) return influence;
    return influence + point.secondWeight * (second.part[site]! - point.second * second.whole[site]!);
  }
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
