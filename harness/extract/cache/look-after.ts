import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PART, readChecked } from './checked-file.ts';
import type { StoredList } from './kept-answers.ts';

/** A file of the cache. */
interface CacheFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was written, milliseconds since 1970. */
  readonly written: number;
}

/** What a cache holds of one extractor: all states of it, under all limits. */
export interface CacheContent {
  readonly extractor: string;
  readonly answers: number;
  readonly bytes: number;
  /** When the first and the last of its answers were kept, milliseconds since 1970. */
  readonly oldest: number;
  readonly newest: number;
}

/** Answers beside the list that they belong to. */
interface Group {
  readonly list: CacheFile | undefined;
  readonly answers: readonly CacheFile[];
}

/** What is in the cache, by name of the extractor; empty where there is no cache. */
export async function listCache(folder: string): Promise<CacheContent[]> {
  const byName = new Map<string, CacheFile[]>();
  for (const { list, answers } of await groupsOf(folder)) {
    const name = (list && (await nameIn(list.path))) ?? UNFINISHED;
    byName.set(name, [...(byName.get(name) ?? []), ...answers]);
  }
  return [...byName]
    .filter(([, answers]) => answers.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([extractor, answers]) => ({
      extractor,
      answers: answers.length,
      bytes: sizeOf(answers),
      oldest: answers.reduce((least, { written }) => Math.min(least, written), Infinity),
      newest: answers.reduce((most, { written }) => Math.max(most, written), -Infinity),
    }));
}

/** Answers of a run that was killed before it could say that they count. */
const UNFINISHED = '(unfinished)';

async function nameIn(list: string): Promise<string | undefined> {
  // oxlint-disable-next-line no-unsafe-type-assertion -- its digest says that we wrote it
  return ((await readChecked(list)) as StoredList | undefined)?.extractor;
}

export interface PruneLimits {
  /** Answers kept before this moment go, milliseconds since 1970. */
  readonly before?: number | undefined;
  /** Then the oldest go until no more than this is left. */
  readonly mostBytes?: number | undefined;
}

/** Takes answers away, and what nothing needs any more; says how much. What a run is just writing stays. */
export async function pruneCache(
  folder: string,
  { before = -Infinity, mostBytes = Infinity }: PruneLimits,
): Promise<{ readonly answers: number; readonly bytes: number }> {
  const groups = await groupsOf(folder);
  const all = groups.flatMap(({ answers }) => answers).toSorted((a, b) => b.written - a.written);
  let bytes = 0;
  const gone = all.filter((file) => {
    bytes += file.bytes;
    return file.written < before || bytes > mostBytes;
  });
  for (const { path } of gone) await rm(path, { force: true });
  const isGone = new Set(gone);
  for (const { list, answers } of groups) {
    if (list !== undefined && answers.every((file) => isGone.has(file))) await rm(list.path, { force: true });
  }
  await removeLeftovers(folder);
  return { answers: gone.length, bytes: sizeOf(gone) };
}

function sizeOf(files: readonly CacheFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function groupsOf(folder: string): Promise<Group[]> {
  const groups: Group[] = [];
  for (const key of await namesIn(folder)) {
    const names = await namesIn(join(folder, key));
    const stems = new Set(
      names.filter((name) => !name.endsWith(PART)).map((name) => name.replace('.json', '')),
    );
    for (const stem of stems) {
      const at = join(folder, key, stem);
      const answers = await Promise.all((await namesIn(at)).map((name) => fileAt(join(at, name))));
      groups.push({
        list: await fileAt(`${at}.json`),
        answers: answers.filter((file) => file !== undefined),
      });
    }
  }
  return groups;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function fileAt(path: string): Promise<CacheFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true || path.endsWith(PART)) return undefined;
  return { path, bytes: found.size, written: found.mtimeMs };
}

/** How long a file takes to be written at most, in milliseconds. */
const WRITING_MS = 3_600_000;

/** What killed runs left half written, and folders that are empty. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const path of names.filter((name) => name.endsWith(PART)).map((name) => join(folder, name))) {
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > WRITING_MS) await rm(path, { force: true });
  }
  // The deepest first; one that holds something refuses to go.
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    await rmdir(join(folder, name)).catch(() => {});
  }
}
