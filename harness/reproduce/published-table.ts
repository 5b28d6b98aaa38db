import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isRecord } from '../util/is-record.ts';

/** A table that somebody published, as it stands in a file of `reports/published/`. */
export type PublishedTable = FigureTable | PinTable;

interface Published {
  /** Name of its file, without the ending. */
  readonly file: string;
  readonly title: string;
  /** Where it was published: repository and commit, file. */
  readonly source: string;
  /** Folder below the data directory that holds a clone, and the name of its dataset source. */
  readonly data: string;
}

/** Figures of systems whose outputs were published too. */
export interface FigureTable extends Published {
  /** What each column shows. */
  readonly columns: Readonly<Record<string, { readonly metric: string; readonly figure: string }>>;
  /** How far ours may be from a figure, where it cannot be the same; `because` says why. */
  readonly within?: string;
  readonly because?: string;
  readonly rows: readonly PublishedRow[];
}

export interface PublishedRow {
  readonly system: string;
  readonly version: string;
  /** The system's output in the clone. */
  readonly output?: string;
  /** How to get it if a clone has it only in its history. */
  readonly from?: string;
  /** Why there is none. */
  readonly missing?: string;
  /** By column, as printed: `0.970`, or with the spread of a bootstrap, `0.970 ± 0.005`. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Counts and digests of a corpus. */
export interface PinTable extends Published {
  readonly pins: Readonly<Record<string, string>>;
}

/** The folder of the tables; the path is the same from the sources and from the package. */
export const PUBLISHED_FOLDER = fileURLToPath(new URL('../../reports/published/', import.meta.url));

/** The one file of the folder that is not a table: it says which known extractor is which row. */
export const PEERS_FILE = 'peers.yaml';

/** Reads the published tables, in the order of their files' names. */
export async function readPublishedTables(): Promise<PublishedTable[]> {
  const files = (await readdir(PUBLISHED_FOLDER)).filter(
    (name) => name.endsWith('.yaml') && name !== PEERS_FILE,
  );
  return Promise.all(files.toSorted().map(readTable));
}

async function readTable(name: string): Promise<PublishedTable> {
  // The failsafe schema leaves figures as they were printed.
  const table: unknown = parse(await readFile(PUBLISHED_FOLDER + name, 'utf8'), { schema: 'failsafe' });
  if (isTable(table)) return { ...table, file: name.replace(/\.yaml$/u, '') };
  throw new Error(`reports/published/${name} is not a table: found neither "columns" nor "pins"`);
}

/** The files are part of Assay and a test reads them all, so this looks no further. */
function isTable(value: unknown): value is Omit<FigureTable, 'file'> | Omit<PinTable, 'file'> {
  return isRecord(value) && isRecord(value['columns'] ?? value['pins']);
}

/** A figure as it is printed: `0.970`, or `0.970 ± 0.005`. */
export interface PrintedFigure {
  readonly value: string;
  readonly spread?: string;
}

/** Reads a printed figure. */
export function readPrinted(text: string): PrintedFigure {
  const [value = '', spread] = text.split('±').map((part) => part.trim());
  return spread === undefined ? { value } : { value, spread };
}

/** A figure printed with as many decimals as another. */
export function printLike(ours: number, published: string): string {
  const decimals = published.length - published.indexOf('.') - 1;
  const printed = ours.toFixed(decimals);
  return published.startsWith('.') ? printed.replace(/^0/u, '') : printed;
}

/** Whether ours, printed like the published figure, is no further from it than this; 0: to the digit. */
export function isWithin(ours: number, published: string, within: number): boolean {
  // Half a unit of a digit that no table has, for sums such as 0.1 + 0.2.
  return Math.abs(Number(printLike(ours, published)) - Number(published)) <= within + 1e-9;
}
