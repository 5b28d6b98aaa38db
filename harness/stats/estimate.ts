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

/** A ratio of two sums, 0 where there is nothing to divide by. */
export interface Ratio {
  readonly value: number;
  readonly whole: number;
}

/** A figure, and what a unit more in the part of its first ratio and of its second one moves it by. */
interface Tangent {
  readonly value: number;
  readonly first: number;
  readonly second: number;
}

/**
 * The figure over all sites once.
 *
 * @param columns entries by site
 */
export function estimate([first, second]: Columns): LinearEstimate {
  const one = ratioOf(first);
  const other = second && ratioOf(second);
  const tangent = tangentAt(one, other);
  const influence = residuals(first, one).map((each) => tangent.first * each);
  if (second !== undefined) {
    residuals(second, other!).forEach((each, site) => (influence[site]! += tangent.second * each));
  }
  return { value: tangent.value, influence };
}

/** The ratio of the sums of two columns. */
export function ratioOf({ part, whole }: RatioColumns): Ratio {
  const sum = sumOf(whole);
  return { value: sum === 0 ? 0 : sumOf(part) / sum, whole: sum };
}

/** What the ratio leaves of each part: part − ratio · whole. They sum to 0. */
export function residuals({ part, whole }: RatioColumns, { value }: Ratio): Float64Array {
  return part.map((each, site) => each - value * whole[site]!);
}

/** The figure where its ratios stand: the one ratio itself, or the harmonic mean of two. */
export function tangentAt(first: Ratio, second: Ratio | undefined): Tangent {
  if (second === undefined) return { value: first.value, first: inverse(first.whole), second: 0 };
  const sum = first.value + second.value;
  if (sum === 0) return { value: 0, first: 0, second: 0 };
  return {
    value: (2 * first.value * second.value) / sum,
    first: ((2 * second.value * second.value) / (sum * sum)) * inverse(first.whole),
    second: ((2 * first.value * first.value) / (sum * sum)) * inverse(second.whole),
  };
}

function inverse(sum: number): number {
  return sum === 0 ? 0 : 1 / sum;
}

function sumOf(column: Float64Array): number {
  let sum = 0;
  for (const each of column) sum += each;
  return sum;
}
