import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isRecord } from '../util/is-record.ts';

/** A table that somebody published, as it stands in a file of `reports/published/`. */
export type PublishedTable = FigureTable | PinTable;

interface Published {
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
  /** How to get it where a clone has it in its history only. */
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

/** A table and the name of its file, without the ending. */
export interface NamedTable {
  readonly file: string;
  readonly table: PublishedTable;
}

/** The folder is the same seen from the sources and from the package. */
export const PUBLISHED_FOLDER = fileURLToPath(new URL('../../reports/published/', import.meta.url));

/** Stands among the tables and is none: which known extractor is which row. */
export const PEERS_FILE = 'peers.yaml';

/** Reads the published tables, by name of the file. */
export async function readPublishedTables(): Promise<PublishedTable[]> {
  return (await readNamedTables()).map(({ table }) => table);
}

/** The same, with the names of their files. */
export async function readNamedTables(): Promise<NamedTable[]> {
  const files = (await readdir(PUBLISHED_FOLDER)).filter(
    (name) => name.endsWith('.yaml') && name !== PEERS_FILE,
  );
  return Promise.all(
    files
      .toSorted()
      .map(async (name) => ({ file: name.replace(/\.yaml$/u, ''), table: await readTable(name) })),
  );
}

async function readTable(name: string): Promise<PublishedTable> {
  // The failsafe schema leaves figures as they were printed.
  const table: unknown = parse(await readFile(PUBLISHED_FOLDER + name, 'utf8'), { schema: 'failsafe' });
  if (isTable(table)) return table;
  throw new Error(`reports/published/${name} is no table`);
}

/** The files are part of Assay, and a test reads them all; so their marks will do. */
function isTable(value: unknown): value is PublishedTable {
  return isRecord(value) && isRecord(value['columns'] ?? value['pins']);
}
