import type { PairedComparison } from '../model/paired-comparison.ts';
import type { Columns } from './columns.ts';

/** Systems over the pages of one corpus, ready to be compared by one figure. */
export interface ComparisonTable {
  /** Index of each page's site; sites are numbered from 0. */
  readonly siteOf: Int32Array;
  readonly sites: number;
  readonly systems: readonly ComparedSystem[];
}

/** What one system had on the pages of a table, an entry for each page. */
export interface ComparedSystem {
  /** 1 for each page that counts: the system was scored there, and gold gives the figure something to say. */
  readonly counts: Uint8Array;
  /** The figure of each page, NaN where it has none. */
  readonly values: Float64Array;
  /** What the figure of the corpus follows from, by page. */
  readonly columns: Columns;
}

/** Two systems on the pages that count for both. */
export interface Comparison extends PairedComparison {
  /** Indices into the table's systems. */
  readonly first: number;
  readonly second: number;
}
