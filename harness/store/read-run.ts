import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { pathExists } from '../util/path-exists.ts';
import { readablePath } from '../util/readable-path.ts';
import { AssayError, errorCode } from '../util/error.ts';
import { isRecord } from '../util/is-record.ts';
import type { JournalLine, RecordedExtraction, RunDescription, Summary } from './run.ts';
import { journalKey } from './journal-key.ts';
import { EXTRACTIONS, RESULTS } from './journal.ts';

/** A run folder, finished or not, as it lies on disk. */
export interface RunRecord {
  readonly folder: string;
  readonly description: RunDescription;
  /**
   * Every whole line of the journal, in the order in which pages finished; torn and damaged ones are left out, and a page
   * is there once, with its last line.
   */
  readonly journal: readonly JournalLine[];
  /** It has come to its end: there is a summary, and a line for every page of every extractor. */
  readonly isFinished: boolean;
}

/**
 * Reads what a run left: its description and its journal.
 *
 * @throws AssayError `bad-input` if the folder holds no run, or one of another schema.
 */
export async function readRun(folder: string): Promise<RunRecord> {
  const description = await readDescription(folder);
  const journal = await readJournal(folder);
  const isWhole = journal.length === linesOf(description);
  return { folder, description, journal, isFinished: isWhole && (await pathExists(join(folder, SUMMARY))) };
}

/**
 * What was run.
 *
 * @throws AssayError `bad-input` if the folder holds no run, or one of another schema.
 */
export async function readDescription(folder: string): Promise<RunDescription> {
  const file = join(folder, 'run.json');
  const source = await readFile(file, 'utf8').catch((cause: unknown) => {
    const mend = 'name the folder of a run, as assay run prints it';
    throw new AssayError('bad-input', `there is no run in ${readablePath(folder)}: no run.json; ${mend}`, {
      cause,
    });
  });
  const description = parseObject(source);
  if (isDescription(description)) return description;
  const found = description?.['schema'];
  const expected = `expected the schema ${SCHEMA}, found ${found === undefined ? 'none' : JSON.stringify(found)}`;
  throw new AssayError(
    'bad-input',
    `${readablePath(file)} describes no run that this version reads: ${expected}`,
  );
}

/** How many lines the journal of the whole run has: a summary beside fewer would be of other pages than it. */
function linesOf({ corpora, extractors }: RunDescription): number {
  return corpora.reduce((sum, { selected }) => sum + selected, 0) * extractors.length;
}

/**
 * The summary of a finished run.
 *
 * @throws AssayError `bad-input` if it is one of another schema.
 */
export async function readSummary({ folder }: RunRecord): Promise<Summary> {
  const file = join(folder, SUMMARY);
  const summary = parseObject(await readFile(file, 'utf8'));
  if (isSummary(summary)) return summary;
  throw new AssayError('bad-input', `${readablePath(file)} is no summary that this version reads`);
}

/** @throws AssayError `usage` for a run that has not come to its end, with the command to go on. */
export function refuseUnfinished({ folder, description, journal, isFinished }: RunRecord): void {
  if (isFinished) return;
  const path = readablePath(folder);
  const found = `${journal.length} of ${linesOf(description)} pages are done`;
  throw new AssayError('usage', `${path} is not finished (${found}); go on with: assay run --resume ${path}`);
}

/**
 * Where what was returned for a page is gone, no other run can be made of this one.
 *
 * @throws AssayError `bad-input` for a run whose extractions were cut off or damaged.
 */
export async function refuseLostExtractions({ folder, journal }: RunRecord): Promise<void> {
  const missing = new Set(journal.filter(({ status }) => status === 'extracted').map(journalKey));
  for await (const record of readExtractions(folder)) missing.delete(journalKey(record));
  const first = journal.find((line) => missing.has(journalKey(line)));
  if (first === undefined) return;
  const file = readablePath(join(folder, EXTRACTIONS));
  const found = `${file} lacks what was returned for ${missing.size} pages, ${first.page} by ${first.extractor} first`;
  const mend = `have them run again by: assay run --resume ${readablePath(folder)}`;
  throw new AssayError('bad-input', `${found}; ${mend}`);
}

/**
 * What each extractor returned, one after the other, in the order in which pages finished. What was cut off with the
 * process that wrote it is left out; so is everything where there is no such file.
 */
export async function* readExtractions(folder: string): AsyncGenerator<RecordedExtraction> {
  const file = join(folder, EXTRACTIONS);
  if (!(await pathExists(file))) return;
  for await (const line of wholeLines(unzipped(file))) {
    const parsed = parseObject(line);
    if (isExtraction(parsed)) yield parsed;
  }
}

async function readJournal(folder: string): Promise<JournalLine[]> {
  const file = join(folder, RESULTS);
  if (!(await pathExists(file))) return [];
  const lines = new Map<string, JournalLine>();
  for await (const line of wholeLines(createReadStream(file))) {
    const parsed = parseObject(line);
    if (isJournalLine(parsed)) lines.set(journalKey(parsed), parsed);
  }
  return [...lines.values()];
}

/** Reads gzip to where it ends, be that the end of the stream or of what was written of it. */
async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const unzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  // Whatever fails comes out of the loop below.
  const chunks: AsyncIterable<Buffer> = pipeline(createReadStream(file), unzip, () => {});
  try {
    yield* chunks;
  } catch (cause) {
    const found = `${readablePath(file)} is damaged (${errorCode(cause)})`;
    const mend = 'remove it, and assay run --resume has its pages run again';
    throw new AssayError('bad-input', `${found}; ${mend}`, { cause });
  }
}

/** The lines that end in a line feed. */
async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8');
      rest = [];
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
  }
}

const LINE_FEED = 0x0a;

function parseObject(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const SUMMARY = 'summary.json';
const SCHEMA = 'assay/run@1';
const SUMMARY_SCHEMA = 'assay/summary@1';

// What Assay wrote itself is told by its marks, not checked key by key.
function isDescription(value: unknown): value is RunDescription {
  return isRecord(value) && value['schema'] === SCHEMA;
}

function isSummary(value: unknown): value is Summary {
  return isRecord(value) && value['schema'] === SUMMARY_SCHEMA;
}

function isJournalLine(value: unknown): value is JournalLine {
  return (
    isRecord(value) &&
    ['corpus', 'extractor', 'page', 'status'].every((key) => typeof value[key] === 'string')
  );
}

function isExtraction(value: unknown): value is RecordedExtraction {
  return isRecord(value) && typeof value['page'] === 'string' && isRecord(value['extraction']);
}
