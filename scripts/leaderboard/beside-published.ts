import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { valueOf } from '../../harness/model/score.ts';
import { NO_VALUE } from '../../harness/report/format.ts';
import type { FinishedRun } from '../../harness/report/reporter.ts';
import {
  PEERS_FILE,
  PUBLISHED_FOLDER,
  printLike,
  readPrinted,
} from '../../harness/reproduce/published-table.ts';
import type { FigureTable, PublishedRow, PublishedTable } from '../../harness/reproduce/published-table.ts';
import type { CorpusOfRun, RunDescription } from '../../harness/store/run-description.ts';
import type { SummaryEntry } from '../../harness/store/summary-file.ts';
import { isRecord } from '../../harness/util/is-record.ts';

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

/** A known extractor in a published table. */
export interface PublishedPeer {
  /** Its name in the catalogue. */
  readonly extractor: string;
  /** File of the table without its ending, and what the extractor is called there. */
  readonly table: string;
  readonly system: string;
  /** Our version that is the published one, where the two are written differently. */
  readonly same?: string;
  /** Why the figures of a version of ours are others, found by a look at the pages; no other version is explained by it. */
  readonly explained?: { readonly version: string; readonly reason: string };
}

/** Reads which known extractor is which row of which published table. */
export async function readPublishedPeers(): Promise<readonly PublishedPeer[]> {
  const source = await readFile(PUBLISHED_FOLDER + PEERS_FILE, 'utf8');
  const file: unknown = parse(source, { schema: 'failsafe' });
  if (isPeersFile(file)) return file.peers;
  throw new Error(`reports/published/${PEERS_FILE} names no peers`);
}

/** The file is part of Assay, and a test reads it; so its marks will do. */
function isPeersFile(value: unknown): value is { readonly peers: readonly PublishedPeer[] } {
  return isRecord(value) && Array.isArray(value['peers']);
}

/** Shares of pages: of the 181 pages of AEB a single one is more than any difference that is passed over. */
const NOT_COMPARED = new Set(['exact']);

/**
 * Figures of a run beside the published tables over its corpora: a row for each extractor of the run that stands in a
 * table, in the order of `peers`. All figures of ours come from the run. Tables without such a row are left out.
 */
export function besidePublished(
  run: Pick<FinishedRun, 'description' | 'summary'>,
  tables: readonly PublishedTable[],
  peers: readonly PublishedPeer[],
): PublishedComparison[] {
  return tables.flatMap((table) => {
    const own = peers.filter((peer) => peer.table === table.file);
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
  { description, summary }: Pick<FinishedRun, 'description' | 'summary'>,
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
    const found = valueOf(entry.metrics[metric]?.[figure]);
    return { column, published, ...(found !== undefined && { ours: printLike(found, published) }) };
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
