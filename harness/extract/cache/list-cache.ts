import { join } from 'node:path';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { answerGroups, filesBelow, totalBytes } from './cache-files.ts';
import type { CacheFile } from './cache-files.ts';
import { ROOMS } from './cache.ts';
import { readChecked } from './checked-file.ts';
import type { StoredList } from './kept-answers.ts';

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
  return { extractors, scores: sumUp(await filesBelow(join(folder, ROOMS.scores))) };
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
