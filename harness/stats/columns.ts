import { isDefined } from '../model/score.ts';
import type { Estimate, Figure, PageScore } from '../model/score.ts';

/** A figure as a ratio of two sums, over pages or sites: part over whole, entry by entry. */
export interface RatioColumns {
  readonly part: Float64Array;
  readonly whole: Float64Array;
  /** The whole of one more page like these: 1 for means, the mean whole of the pages for sums; 0 where none has any. */
  readonly page: number;
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
    return [ratioColumns(countColumn(scores, estimate.part), countColumn(scores, estimate.whole))];
  }
  if (estimate.kind === 'mean') return [meanColumns(scores, figure)];
  const [first, second] = estimate.of;
  return [meanColumns(scores, first), meanColumns(scores, second)];
}

function meanColumns(scores: readonly (PageScore | undefined)[], name: string): RatioColumns {
  const figures = scores.map((score): Figure | undefined => score?.figures[name]);
  return ratioColumns(
    Float64Array.from(figures, (figure) => (isDefined(figure) ? figure : 0)),
    Float64Array.from(figures, (figure) => (isDefined(figure) ? 1 : 0)),
  );
}

/** A ratio of the sums of two columns by page. */
export function ratioColumns(part: Float64Array, whole: Float64Array): RatioColumns {
  let [sum, pages] = [0, 0];
  for (const each of whole) {
    sum += each;
    if (each > 0) pages++;
  }
  return { part, whole, page: pages === 0 ? 0 : sum / pages };
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
  return mapRatios(columns, ({ part, whole, page }) => ({
    part: sumBySite(part, siteOf, sites),
    whole: sumBySite(whole, siteOf, sites),
    page,
  }));
}

/** The same with another ratio for each. */
export function mapRatios([first, second]: Columns, change: (ratio: RatioColumns) => RatioColumns): Columns {
  return second === undefined ? [change(first)] : [change(first), change(second)];
}

function sumBySite(column: Float64Array, siteOf: Int32Array, sites: number): Float64Array {
  const sums = new Float64Array(sites);
  for (let page = 0; page < column.length; page++)
    if (siteOf[page]! >= 0) sums[siteOf[page]!]! += column[page]!;
  return sums;
}
