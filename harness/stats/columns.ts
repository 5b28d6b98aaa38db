import { isDefined } from '../model/score.ts';
import type { Estimate, Figure, PageScore } from '../model/score.ts';

/** A figure as sums over units, pages or sites: part over whole, entry by entry. */
export interface RatioColumns {
  readonly part: Float64Array;
  readonly whole: Float64Array;
}

/** What a figure of a corpus follows from: one ratio of sums, or the harmonic mean of two. */
export type Columns = readonly [first: RatioColumns, second?: RatioColumns];

const MEAN: Estimate = { kind: 'mean' };

/**
 * The columns of a figure, an entry for each page; a page without a score (`undefined`) has zeros, which add nothing
 * to any sum.
 */
export function columnsOf(
  scores: readonly (PageScore | undefined)[],
  figure: string,
  estimate: Estimate = MEAN,
): Columns {
  if (estimate.kind === 'ratio-of-sums') {
    return [{ part: countColumn(scores, estimate.part), whole: countColumn(scores, estimate.whole) }];
  }
  if (estimate.kind === 'mean') return [meanColumns(scores, figure)];
  const [first, second] = estimate.of;
  return [meanColumns(scores, first), meanColumns(scores, second)];
}

function meanColumns(scores: readonly (PageScore | undefined)[], name: string): RatioColumns {
  const figures = scores.map((score): Figure | undefined => score?.figures[name]);
  return {
    part: Float64Array.from(figures, (figure) => (isDefined(figure) ? figure : 0)),
    whole: Float64Array.from(figures, (figure) => (isDefined(figure) ? 1 : 0)),
  };
}

function countColumn(scores: readonly (PageScore | undefined)[], names: readonly string[]): Float64Array {
  return Float64Array.from(scores, (score) =>
    names.reduce((sum, name) => sum + (score?.counts[name] ?? 0), 0),
  );
}

/**
 * Sums the entries of pages by site.
 *
 * @param siteOf index of each page's site, or −1 for a page to leave out
 */
export function bySite(columns: Columns, siteOf: Int32Array, sites: number): Columns {
  return mapColumns(columns, (column) => sumBySite(column, siteOf, sites));
}

/** The same columns with other entries. */
export function mapColumns(
  [first, second]: Columns,
  change: (column: Float64Array) => Float64Array,
): Columns {
  const mapped = ({ part, whole }: RatioColumns): RatioColumns => ({
    part: change(part),
    whole: change(whole),
  });
  return second === undefined ? [mapped(first)] : [mapped(first), mapped(second)];
}

function sumBySite(column: Float64Array, siteOf: Int32Array, sites: number): Float64Array {
  const sums = new Float64Array(sites);
  for (let page = 0; page < column.length; page++)
    if (siteOf[page]! >= 0) sums[siteOf[page]!]! += column[page]!;
  return sums;
}
