/** A figure that was published, and what became of it here. */
export type Cell = {
  readonly row: string;
  readonly column: string;
  /** As printed. */
  readonly published: string;
} & (
  | { readonly status: 'same' | 'off'; readonly ours: string }
  | { readonly status: 'skipped'; readonly why: string }
);

/** A published table, cell by cell. */
export interface ReproducedTable {
  readonly title: string;
  readonly source: string;
  /** What is not compared to the last digit, and why. */
  readonly notes: readonly string[];
  readonly cells: readonly Cell[];
}

/** How many cells were compared, and how many of them are the same. */
export function countCells(tables: readonly ReproducedTable[]): {
  readonly same: number;
  readonly compared: number;
} {
  const compared = tables.flatMap(({ cells }) => cells).filter(({ status }) => status !== 'skipped');
  return { compared: compared.length, same: compared.filter(({ status }) => status === 'same').length };
}
