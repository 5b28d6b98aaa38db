import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ROOMS } from './cache.ts';
import { isPart } from '../../util/write-whole.ts';

/** A file of the cache. */
export interface CacheFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was written, milliseconds since 1970. */
  readonly written: number;
}

/** Answers beside the list that they belong to; without one where their session has not ended. */
export interface AnswerGroup {
  readonly list: CacheFile | undefined;
  readonly answers: readonly CacheFile[];
}

/** All answers in a cache; nothing where there is none. */
export async function answerGroups(folder: string): Promise<AnswerGroup[]> {
  const groups: AnswerGroup[] = [];
  const room = join(folder, ROOMS.answers);
  for (const key of await namesIn(room)) {
    const names = await namesIn(join(room, key));
    const stems = new Set(names.filter((name) => !isPart(name)).map((name) => name.replace('.json', '')));
    for (const stem of stems) {
      const at = join(room, key, stem);
      groups.push({ list: await fileAt(`${at}.json`), answers: await filesBelow(at) });
    }
  }
  return groups;
}

/** Whole files in a folder at any depth; nothing where there is none. */
export async function filesBelow(folder: string): Promise<CacheFile[]> {
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

/** How much there is of everything, or was. */
export interface CacheAmount {
  readonly answers: number;
  /** Pages that were scored. */
  readonly scores: number;
  /** Of both together. */
  readonly bytes: number;
}

/** The size of files together. */
export function totalBytes(files: readonly CacheFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
