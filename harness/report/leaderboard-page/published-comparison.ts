/** Figures of a run beside a table that was published over the same pages. */
export interface PublishedComparison {
  readonly corpus: string;
  readonly title: string;
  readonly source: string;
  /** Absent: the table is compared. Else why it cannot be. */
  readonly incomparable?: string;
  readonly columns: readonly string[];
  /** Columns of the table that are not compared. */
  readonly leftOut: readonly string[];
  readonly rows: readonly PublishedRowComparison[];
}

export interface PublishedRowComparison {
  readonly extractor: string;
  readonly version: string;
  /** What the table calls it, and its version there. */
  readonly system: string;
  readonly publishedVersion: string;
  /** Whether ours is the version that was published. */
  readonly isSameVersion: boolean;
  /** By column, both with as many decimals as were published. */
  readonly ours: readonly string[];
  readonly published: readonly string[];
  /** The difference that is largest, ours less the published one, and its column. Absent where nothing was computed. */
  readonly largest?: { readonly column: string; readonly difference: number };
  /** Why they differ, as far as known for this version of ours. */
  readonly reason?: string;
}
