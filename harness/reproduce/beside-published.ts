import type { CorpusOfRun, RunDescription } from '../store/run-description.ts';
import type { Summary, SummaryEntry } from '../store/summary-file.ts';
import type {
  PublishedComparison,
  PublishedRowComparison,
} from '../report/leaderboard-page/published-comparison.ts';
import { NO_VALUE } from '../report/format.ts';
import { printLike, readPrinted } from './compare-figure.ts';
import type { PublishedPeer } from './published-peers.ts';
import type { FigureTable, NamedTable, PublishedRow } from './published-table.ts';

/** The run whose figures are held beside published ones. */
export interface ComparedRun {
  readonly description: RunDescription;
  readonly summary: Summary;
}

/** Shares of pages: of the 181 pages of AEB a single one is more than any difference that is passed over. */
const NOT_COMPARED = new Set(['exact']);

/**
 * Figures of a run beside the published tables over its corpora: a row for each extractor of the run that stands in a
 * table, in the order of `peers`. All figures of ours come from the run. Tables without such a row are left out.
 */
export function besidePublished(
  run: ComparedRun,
  tables: readonly NamedTable[],
  peers: readonly PublishedPeer[],
): PublishedComparison[] {
  return tables.flatMap(({ file, table }) => {
    const own = peers.filter((peer) => peer.table === file);
    if ('pins' in table || own.length === 0) return [];
    const corpus = run.description.corpora.find(({ name }) => name === table.data);
    if (corpus === undefined) return [];
    const { title, source } = table;
    const columns = comparedColumns(table).map(([column]) => column);
    const leftOut = Object.keys(table.columns).filter((column) => !columns.includes(column));
    const common = { corpus: corpus.name, title, source, columns, leftOut };
    const incomparable = whyIncomparable(run.description, corpus);
    if (incomparable !== undefined) return [{ ...common, incomparable, rows: [] }];
    const rows = own.flatMap((peer) => rowOf(run, table, peer));
    return rows.length === 0 ? [] : [{ ...common, rows }];
  });
}

function comparedColumns({ columns }: FigureTable): [string, FigureTable['columns'][string]][] {
  return Object.entries(columns).filter(([, { metric }]) => !NOT_COMPARED.has(metric));
}

function whyIncomparable({ policy }: RunDescription, { pages, selected }: CorpusOfRun): string | undefined {
  if (selected !== pages) return `this run took ${selected} of the ${pages} pages`;
  return policy === 'article' ? undefined : `this run is under the policy ${policy}`;
}

function rowOf(
  { description, summary }: ComparedRun,
  table: FigureTable,
  { extractor, system, same, explained }: PublishedPeer,
): PublishedRowComparison[] {
  // By what was named, so that an extractor of somebody's own under the same name is not taken for it.
  const named = description.extractors.find(({ source }) => source === extractor)?.name;
  const entry = summary.extractors.find(({ name, corpus }) => name === named && corpus === table.data);
  const row = table.rows.find((each) => each.system === system);
  if (entry === undefined || row === undefined) return [];
  const { version } = entry;
  const cells = cellsOf(entry, table, row);
  const largest = largestOf(cells);
  return [
    {
      extractor,
      version,
      system,
      publishedVersion: row.version,
      isSameVersion: version === row.version || version === same,
      ours: cells.map(({ ours }) => ours ?? NO_VALUE),
      published: cells.map(({ published }) => published),
      ...(largest !== undefined && { largest }),
      ...(explained?.version === version && { reason: explained.reason }),
    },
  ];
}

interface ComparedCell {
  readonly column: string;
  readonly published: string;
  /** Absent where the run has no such figure. */
  readonly ours?: string;
}

function cellsOf(entry: SummaryEntry, table: FigureTable, row: PublishedRow): ComparedCell[] {
  return comparedColumns(table).map(([column, { metric, figure }]) => {
    const published = readPrinted(row.cells[column]!).value;
    const found = entry.metrics[metric]?.[figure];
    if (found === undefined || !('value' in found)) return { column, published };
    return { column, published, ours: printLike(found.value, published) };
  });
}

/** Of what is printed, as a reader would work it out; the first of equal ones. */
function largestOf(cells: readonly ComparedCell[]): PublishedRowComparison['largest'] {
  const differences = cells.flatMap(({ column, published, ours }) =>
    ours === undefined ? [] : [{ column, difference: Number(ours) - Number(published) }],
  );
  const [largest] = differences.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return largest;
}
