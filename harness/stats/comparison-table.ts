import type { Columns } from './columns.ts';
import type { Interval } from './interval.ts';

/** Systems over the pages of one corpus, ready to be compared by one figure. */
export interface ComparisonTable {
  /** Index of each page's site; sites are numbered from 0. */
  readonly siteOf: Int32Array;
  readonly sites: number;
  readonly systems: readonly ComparedSystem[];
}

export interface ComparedSystem {
  /** 1 for each page that counts: the system was scored there, and gold gives the figure something to say. */
  readonly counts: Uint8Array;
  /** The figure of each page, NaN where it has none. */
  readonly values: Float64Array;
  /** What the figure of the corpus follows from, by page. */
  readonly columns: Columns;
}

/** Two systems on the pages that count for both. */
export interface Comparison {
  /** Indices into the table's systems. */
  readonly first: number;
  readonly second: number;
  readonly pages: number;
  readonly sites: number;
  /** Figure of the first less that of the second, each over the shared pages. */
  readonly difference: number;
  /** Pages on which the first has the higher figure, as high a one, a lower one. */
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** Absent under 20 shared sites. */
  readonly test?: ComparisonTest;
}

export interface ComparisonTest {
  /** 95 % interval of the difference, within −1..1; absent where the two differ on fewer than ten sites. */
  readonly interval?: Interval;
  /** Sign-flip permutation test of this pair alone, two-sided. */
  readonly p: number;
  /** The same, corrected for all pairs of the table by single-step max-T. */
  readonly adjusted: number;
  /** The difference that these pages would find with a power of 80 % at 5 %: 2.8 standard errors. */
  readonly detectable: number;
  /** How many pages more, like these, would make the difference found as large as the detectable one. */
  readonly morePages?: number;
}
