import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { isPart } from '../../util/write-whole.ts';
import { SUBFOLDERS } from './cache.ts';
import { readChecked } from './checked-file.ts';
import type { StoredList } from './kept-answers.ts';

/** How much there is of everything, or was. */
export interface CacheAmount {
  readonly answers: number;
  /** Pages that were scored. */
  readonly scores: number;
  /** Of both together. */
  readonly bytes: number;
}

/** Entries of one sort. */
export interface KeptEntries {
  readonly count: number;
  readonly bytes: number;
  /** When the first and the last of them were kept, milliseconds since 1970; absent where there are none. */
  readonly oldest?: number;
  readonly newest?: number;
}

/** Answers of an extractor, of all states of it, under all limits. */
export interface KeptOfExtractor extends KeptEntries {
  readonly extractor: string;
}

/** What is in a cache. */
export interface CacheContents {
  /** By name; none is empty. */
  readonly extractors: readonly KeptOfExtractor[];
  /** Pages' scores, whoever's. */
  readonly scores: KeptEntries;
}

/** What is in the cache; nothing where there is none. */
export async function listCache(folder: string): Promise<CacheContents> {
  const byName = new Map<string, CacheFile[]>();
  for (const { list, answers } of await answerGroups(folder)) {
    const name = (list && (await nameIn(list.path))) ?? UNFINISHED;
    byName.set(name, [...(byName.get(name) ?? []), ...answers]);
  }
  const extractors = [...byName]
    .filter(([, answers]) => answers.length > 0)
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([extractor, answers]) => ({ extractor, ...sumUp(answers) }));
  return { extractors, scores: sumUp(await filesBelow(join(folder, SUBFOLDERS.scores))) };
}

/** Answers of a run that is going on, or was killed before it could say that they count. */
const UNFINISHED = '(unfinished)';

async function nameIn(list: string): Promise<string | undefined> {
  return (await readChecked<StoredList>(list))?.extractor;
}

function sumUp(files: readonly CacheFile[]): KeptEntries {
  const count = files.length;
  if (count === 0) return { count, bytes: 0 };
  return {
    count,
    bytes: totalBytes(files),
    oldest: files.reduce((least, { written }) => Math.min(least, written), Infinity),
    newest: files.reduce((most, { written }) => Math.max(most, written), -Infinity),
  };
}

/** What is to go. */
export interface PruneLimits {
  /** What was kept before this moment goes, milliseconds since 1970. */
  readonly before?: number | undefined;
  /** Then the oldest go until no more than this is left. */
  readonly mostBytes?: number | undefined;
}

/**
 * Takes answers and scores away, and what nothing needs any more. What a run is just writing stays.
 *
 * @returns how much went
 */
export async function pruneCache(
  folder: string,
  { before = -Infinity, mostBytes = Infinity }: PruneLimits,
): Promise<CacheAmount> {
  const groups = await answerGroups(folder);
  const scores = await filesBelow(join(folder, SUBFOLDERS.scores));
  const all = [...groups.flatMap(({ answers }) => answers), ...scores];
  let bytes = 0;
  const gone = all
    .toSorted((a, b) => b.written - a.written)
    .filter((file) => {
      bytes += file.bytes;
      return file.written < before || bytes > mostBytes;
    });
  for (const { path } of gone) await rm(path, { force: true });
  const isGone = new Set(gone);
  for (const { list, answers } of groups) {
    if (list !== undefined && answers.every((file) => isGone.has(file))) await rm(list.path, { force: true });
  }
  for (const { path, written } of await filesBelow(join(folder, SUBFOLDERS.descriptions))) {
    if (written < before) await rm(path, { force: true });
  }
  await removeLeftovers(folder);
  const ofScores = scores.filter((file) => isGone.has(file)).length;
  return { answers: gone.length - ofScores, scores: ofScores, bytes: totalBytes(gone) };
}

/** How long a file takes to be written at most, in milliseconds. */
const WRITING_MS = 3_600_000;

/** What killed runs left half written, and folders that are empty. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const path of names.filter((name) => isPart(basename(name))).map((name) => join(folder, name))) {
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > WRITING_MS) await rm(path, { force: true });
  }
  // The deepest first; one that holds something refuses to go.
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    await rmdir(join(folder, name)).catch(() => {});
  }
}

/** A file of the cache. */
interface CacheFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was written, milliseconds since 1970. */
  readonly written: number;
}

/** Answers beside the list that they belong to; without one where their session has not ended. */
interface AnswerGroup {
  readonly list: CacheFile | undefined;
  readonly answers: readonly CacheFile[];
}

/** All answers in a cache; nothing where there is none. */
async function answerGroups(folder: string): Promise<AnswerGroup[]> {
  const groups: AnswerGroup[] = [];
  const all = join(folder, SUBFOLDERS.answers);
  for (const key of await namesIn(all)) {
    const names = await namesIn(join(all, key));
    const stems = new Set(names.filter((name) => !isPart(name)).map((name) => name.replace('.json', '')));
    for (const stem of stems) {
      const at = join(all, key, stem);
      groups.push({ list: await fileAt(`${at}.json`), answers: await filesBelow(at) });
    }
  }
  return groups;
}

/** Whole files in a folder at any depth; nothing where there is none. */
async function filesBelow(folder: string): Promise<CacheFile[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = await Promise.all(names.map((name) => fileAt(join(folder, name))));
  return files.filter((file) => file !== undefined);
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function fileAt(path: string): Promise<CacheFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true || isPart(basename(path))) return undefined;
  return { path, bytes: found.size, written: found.mtimeMs };
}

/** The size of files together. */
function totalBytes(files: readonly CacheFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
