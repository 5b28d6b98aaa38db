import { createReadStream, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Extraction } from '../model/extraction.ts';
import { AssayError, errorCode } from '../util/error.ts';
import { linesOf } from '../util/lines.ts';
import { pathExists } from '../util/path-exists.ts';
import { readablePath } from '../util/readable-path.ts';
import { append, writing } from '../util/write-whole.ts';
import { parseObject, runCheck } from './check-file.ts';
import type { RunCheck } from './check-file.ts';
import type { JournalKey, JournalLine, RecordedExtraction } from './journal-line.ts';

/** What extractors returned: a line of JSON each, each a gzip member of its own. */
export const EXTRACTIONS = 'extractions.jsonl.gz';

/** Where a member of the file stands, in bytes. */
export type ExtractionPlace = NonNullable<Extract<JournalLine, { status: 'extracted' }>['extraction']>;

/** An answer has 64 MiB at most; as JSON it may be longer. */
const MOST_LINE_BYTES = 2 ** 28;

const gzip = promisify(zlib.gzip);
const gunzip = promisify(zlib.gunzip);

/** Which page of which extractor and corpus, as one text. */
export function journalKey({ corpus, extractor, page }: Omit<JournalKey, 'site'>): string {
  return JSON.stringify([corpus, extractor, page]);
}

/** Packing fast takes half the time of packing as usual, and the file is a fifteenth longer. */
const FAST = { level: 1 };

/** Up to so many characters a text is packed at once, in a millisecond: for another thread to do it would take longer. */
const SHORT = 2 ** 16;

/** The gzip member that holds what an extractor returned. */
export async function packExtraction(record: RecordedExtraction): Promise<Uint8Array> {
  const line = `${JSON.stringify(record)}\n`;
  return line.length <= SHORT ? zlib.gzipSync(line, FAST) : gzip(line, FAST);
}

/** Appends members to a file of extractions and says where they stand. */
export class ExtractionsWriter {
  readonly #path: string;
  readonly #file: FileHandle;
  #size: number;

  private constructor(path: string, file: FileHandle, size: number) {
    this.#path = path;
    this.#file = file;
    this.#size = size;
  }

  /**
   * @param flags `a` goes on with a file, `wx` begins one where nothing stands yet
   * @throws Unwritable, as `append` and `close` do.
   */
  static async open(path: string, flags: 'a' | 'wx'): Promise<ExtractionsWriter> {
    const file = await writing(path, open(path, flags));
    return new ExtractionsWriter(path, file, (await file.stat()).size);
  }

  append(members: readonly Uint8Array[]): ExtractionPlace[] {
    append(this.#path, this.#file, Buffer.concat(members));
    return members.map(({ length }) => {
      const place = { offset: this.#size, length };
      this.#size += length;
      return place;
    });
  }

  async close(): Promise<void> {
    try {
      // A file of no bytes is not gzip.
      if (this.#size === 0) this.append([zlib.gzipSync('')]);
    } finally {
      await this.#file.close();
    }
  }
}

/**
 * What each extractor returned, one after the other, in the order in which pages finished. What was cut off with the
 * process that wrote it is left out; so is everything where there is no such file.
 *
 * @throws AssayError `bad-input` for a file that is damaged, or a line that is not as its schema says.
 */
export async function* readExtractions(folder: string): AsyncGenerator<RecordedExtraction> {
  const path = join(folder, EXTRACTIONS);
  if (!(await pathExists(path))) return;
  const { check } = await runCheck('extractions-line');
  const file = readablePath(path);
  const longest = {
    bytes: MOST_LINE_BYTES,
    refuse: (number: number) =>
      new AssayError('bad-input', `${file}: line ${number} is longer than any extraction; ${REMOVE}`),
  };
  for await (const { number, bytes, isEnded } of linesOf(unzipped(path), longest)) {
    const parsed = isEnded ? parseObject(bytes.toString('utf8')) : undefined;
    if (parsed !== undefined) yield await check(parsed, `${file}: line ${number}`, REMOVE);
  }
}

/**
 * What an extractor returned for the page of a journal line; of the other extractions nothing is read, unless the folder
 * is one of Assay 0.1.0, which did not write down where they stand.
 *
 * @returns undefined for a page that failed or was skipped
 * @throws AssayError `bad-input` where it is not there.
 */
export async function readExtraction(folder: string, line: JournalLine): Promise<Extraction | undefined> {
  if (line.status !== 'extracted') return undefined;
  const record = await (line.extraction === undefined ? find(folder, line) : readAt(folder, line.extraction));
  if (record !== undefined && journalKey(record) === journalKey(line)) return record.extraction;
  const path = readablePath(folder);
  const found = `${readablePath(join(folder, EXTRACTIONS))} lacks what ${line.extractor} returned for ${line.page}`;
  throw new AssayError('bad-input', `${found}; run the page again by: assay run --resume ${path}`);
}

/** An extraction that is still to be read. */
export interface StoredExtraction {
  /** Of the run. */
  readonly folder: string;
  readonly key: Omit<JournalKey, 'site'>;
  readonly place: ExtractionPlace;
}

/** Reads many extractions: a file is opened once, and nothing waits for another. For threads, with which the files are closed. */
export class ExtractionsReader {
  readonly #files = new Map<string, number>();
  readonly #isShaped: RunCheck<RecordedExtraction>['isShaped'];

  private constructor({ isShaped }: RunCheck<RecordedExtraction>) {
    this.#isShaped = isShaped;
  }

  static async open(): Promise<ExtractionsReader> {
    return new ExtractionsReader(await runCheck('extractions-line'));
  }

  /** Undefined where it cannot be read, which `readExtraction` says in words. */
  read({ folder, key, place: { offset, length } }: StoredExtraction): Extraction | undefined {
    try {
      const file = this.#files.get(folder) ?? openSync(join(folder, EXTRACTIONS), 'r');
      this.#files.set(folder, file);
      const buffer = Buffer.alloc(length);
      readSync(file, buffer, 0, length, offset);
      const line = zlib.gunzipSync(buffer, { maxOutputLength: MOST_LINE_BYTES }).toString('utf8');
      const parsed = parseObject(line);
      if (parsed === undefined || !this.#isShaped(parsed)) return undefined;
      // oxlint-disable-next-line no-unsafe-type-assertion -- it has just been checked
      const record = parsed as unknown as RecordedExtraction;
      return journalKey(record) === journalKey(key) ? record.extraction : undefined;
    } catch {
      return undefined;
    }
  }
}

async function find(folder: string, line: JournalLine): Promise<RecordedExtraction | undefined> {
  const wanted = journalKey(line);
  for await (const record of readExtractions(folder)) if (journalKey(record) === wanted) return record;
  return undefined;
}

/** The record that stands at a place; undefined where there is none. */
async function readAt(
  folder: string,
  { offset, length }: ExtractionPlace,
): Promise<RecordedExtraction | undefined> {
  const path = join(folder, EXTRACTIONS);
  const file = await open(path).catch(() => undefined);
  try {
    if (file === undefined || (await file.stat()).size < offset + length) return undefined;
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
    const parsed = parseObject((await gunzip(buffer, { maxOutputLength: MOST_LINE_BYTES })).toString('utf8'));
    const { check } = await runCheck('extractions-line');
    return parsed && (await check(parsed, `${readablePath(path)}: byte ${offset}`, REMOVE));
  } catch (error) {
    if (error instanceof AssayError) throw error;
    return undefined;
  } finally {
    await file?.close();
  }
}

const REMOVE = 'remove the file, and assay run --resume runs its pages again';

/** Reads gzip to where it ends, be that the end of the file or of what was written of it. */
async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const unzip = zlib.createGunzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH });
  // Whatever fails comes out of the loop below.
  const chunks: AsyncIterable<Buffer> = pipeline(createReadStream(file), unzip, () => {});
  try {
    yield* chunks;
  } catch (cause) {
    throw new AssayError('bad-input', `${readablePath(file)} is damaged (${errorCode(cause)}); ${REMOVE}`, {
      cause,
    });
  }
}
