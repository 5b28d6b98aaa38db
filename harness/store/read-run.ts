import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { ORACLE } from '../model/score.ts';
import { AssayError } from '../util/error.ts';
import { linesOf } from '../util/lines.ts';
import { pathExists } from '../util/path-exists.ts';
import { readablePath } from '../util/readable-path.ts';
import { parseObject, parseRunFile, runCheck } from './check-file.ts';
import { incoherence } from './coherence.ts';
import { EXTRACTIONS, journalKey, readExtractions } from './extractions.ts';
import type { JournalLine } from './journal-line.ts';
import { RESULTS } from './journal.ts';
import { readFolderFile, refuseStrangeFiles } from './read-file.ts';
import type { RunDescription } from './run-description.ts';
import type { Summary } from './summary-file.ts';

const SUMMARY = 'summary.json';

/** Longest line of the journal: a message, a stack and what an extractor wrote are cut long before. */
const MOST_LINE_BYTES = 2 ** 22;

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
 * @throws AssayError `bad-input` if the folder holds no run, or if something in it is not as its schema says.
 */
export async function readRun(folder: string): Promise<RunRecord> {
  const description = await readDescription(folder);
  const journal = await readJournal(folder, description);
  const isWhole = journal.length === pagesOf(description);
  return { folder, description, journal, isFinished: isWhole && (await pathExists(join(folder, SUMMARY))) };
}

/**
 * What was run.
 *
 * @throws AssayError `bad-input` if the folder holds no run, or if `run.json` is not as its schema says.
 */
export async function readDescription(folder: string): Promise<RunDescription> {
  const path = join(folder, 'run.json');
  await refuseStrangeFiles(folder);
  const source = await readFolderFile(folder, 'run.json');
  if (source === undefined) {
    const hint = 'name the folder of a run, as assay run prints it';
    throw new AssayError('bad-input', `there is no run in ${readablePath(folder)}: no run.json; ${hint}`);
  }
  const fix = 'take a copy of the folder that is whole, or make the run again';
  return parseRunFile({ path, source }, 'run', fix, isCoherent);
}

/** What the format of `run.json` asks for beyond its JSON Schema: each name once, and a part that there is. */
function isCoherent({ corpora, extractors, options: { shard } }: RunDescription): boolean {
  const isNamedOnce = [corpora, extractors].every((all) => namesOf(all).size === all.length);
  return isNamedOnce && (shard === undefined || shard.index <= shard.count);
}

/** How many lines the journal of the whole run has: a summary beside fewer would be of other pages than it. */
function pagesOf({ corpora, extractors }: RunDescription): number {
  return corpora.reduce((sum, { selected }) => sum + selected, 0) * extractors.length;
}

/**
 * The summary of a finished run.
 *
 * @throws AssayError `bad-input` if it is not there or not as its schema says.
 */
export async function readSummary({
  folder,
  description,
}: Pick<RunRecord, 'folder' | 'description'>): Promise<Summary> {
  const path = join(folder, SUMMARY);
  const fix = `remove it, and assay run --resume ${readablePath(folder)} writes it again`;
  const source = (await readFolderFile(folder, SUMMARY)) ?? '';
  const read = await parseRunFile({ path, source }, 'summary', fix);
  refuseOtherEntries(read, description, readablePath(path), fix);
  return read;
}

/** A summary has an entry for an extractor on a corpus at most once, one for the oracle, and compares no others. */
function refuseOtherEntries(
  { extractors, neighbours }: Summary,
  description: RunDescription,
  file: string,
  fix: string,
): void {
  const names = [...description.extractors.map(({ name }) => name), ORACLE];
  const known = new Set(
    description.corpora.flatMap(({ name: corpus }) => names.map((name) => JSON.stringify([corpus, name]))),
  );
  const left = new Set(known);
  const refuse = (place: string, found: string): never => {
    const expected = 'expected one of an extractor and a corpus of run.json, once';
    throw new AssayError('bad-input', `${file}: ${place}: found ${found}; ${expected}; ${fix}`);
  };
  extractors.forEach(({ corpus, name }, index) => {
    const key = JSON.stringify([corpus, name]);
    if (!left.delete(key))
      refuse(`extractors[${index}]`, `${known.has(key) ? 'a second' : 'the'} entry ${key}`);
  });
  neighbours.forEach(({ corpus, first, second }, index) => {
    const stranger = [first, second]
      .map((name) => JSON.stringify([corpus, name]))
      .find((key) => !known.has(key));
    if (stranger !== undefined) refuse(`neighbours[${index}]`, `the entry ${stranger}`);
  });
}

/** @throws AssayError `usage` for a run that has not come to its end, with the command to go on. */
export function refuseUnfinished({ folder, description, journal, isFinished }: RunRecord): void {
  if (isFinished) return;
  const path = readablePath(folder);
  const found = `${journal.length} of ${pagesOf(description)} pages are done`;
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
  const fix = `run them again by: assay run --resume ${readablePath(folder)}`;
  throw new AssayError('bad-input', `${found}; ${fix}`);
}

async function readJournal(folder: string, { corpora, extractors }: RunDescription): Promise<JournalLine[]> {
  const path = join(folder, RESULTS);
  if (!(await pathExists(path))) return [];
  const { check } = await runCheck('results-line');
  const file = readablePath(path);
  const fix = `remove the line, and assay run --resume ${readablePath(folder)} runs its page again`;
  const names = { corpus: namesOf(corpora), extractor: namesOf(extractors) };
  const lines = new Map<string, JournalLine>();
  const longest = {
    bytes: MOST_LINE_BYTES,
    refuse: (number: number) =>
      new AssayError('bad-input', `${file}:${number}: the line is longer than any of a journal; ${fix}`),
  };
  for await (const { number, bytes, isEnded } of linesOf(createReadStream(path), longest)) {
    const parsed = isEnded ? parseObject(bytes.toString('utf8')) : undefined;
    if (parsed === undefined) continue;
    const line = await check(parsed, `${file}:${number}`, fix);
    const fault = incoherence(line);
    if (fault !== undefined) {
      const expected = 'counts that belong together';
      throw new AssayError('bad-input', `${file}:${number}: found ${fault}; expected ${expected}; ${fix}`);
    }
    const stranger = (['corpus', 'extractor'] as const).find((key) => !names[key].has(line[key]));
    if (stranger !== undefined) {
      const found = `${file}:${number}: found the ${stranger} ${JSON.stringify(line[stranger])}`;
      const expected = `one of run.json: ${[...names[stranger]].join(', ')}`;
      throw new AssayError('bad-input', `${found}; expected ${expected}; ${fix}`);
    }
    lines.set(journalKey(line), line);
  }
  return [...lines.values()];
}

function namesOf(all: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(all.map(({ name }) => name));
}
