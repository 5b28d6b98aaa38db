import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readablePath } from '../util/readable-path.ts';
import type { FileStates } from '../extract/cache/file-states.ts';
import { AssayError } from '../util/error.ts';
import type { JournalLine, RunDescription } from '../store/run.ts';
import { differencesBetween } from '../store/compare-descriptions.ts';
import { journalKey } from '../store/journal-key.ts';
import { EXTRACTIONS, RESULTS } from '../store/journal.ts';
import { changedFiles } from './loaded-files.ts';
import { readExtractions, readRun } from '../store/read-run.ts';
import { writeWhole } from '../util/write-whole.ts';

/** A run that was stopped, ready to go on. */
export interface ResumedRun {
  /** As the run began. */
  readonly description: RunDescription;
  /** What is done; the folder holds exactly this. */
  readonly done: readonly JournalLine[];
}

/**
 * Makes a stopped run ready to go on: what was cut off is taken away (a torn last line, a result whose extraction
 * did not reach the disk) and will run again. A kill at any moment in between leaves a folder that can be resumed.
 *
 * @throws AssayError `bad-input` if there is no run; `usage` if it was a run of something else, naming what differs.
 */
export async function resumeRun(
  folder: string,
  now: RunDescription,
  states: FileStates,
): Promise<ResumedRun> {
  const { description, journal } = await readRun(folder);
  const differences = [...differencesBetween(description, now), ...(await changedFiles(folder, states))];
  if (differences.length > 0) {
    const list = differences.map((difference) => `  ${difference}`).join('\n');
    throw new AssayError(
      'usage',
      `${readablePath(folder)} cannot be resumed, because this would be another run:\n${list}`,
    );
  }
  const done = await keepWhole(folder, journal);
  return { description, done };
}

async function keepWhole(folder: string, journal: readonly JournalLine[]): Promise<JournalLine[]> {
  const finished = new Map(journal.map((line) => [journalKey(line), line]));
  const kept = new Set<string>();
  await writeWhole(join(folder, EXTRACTIONS), (path) =>
    pipeline(Readable.from(wholeExtractions(folder, finished, kept)), createGzip(), createWriteStream(path)),
  );
  const done = [...finished]
    .filter(([key, line]) => line.status !== 'extracted' || kept.has(key))
    .map(([, line]) => line);
  const text = done.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeWhole(join(folder, RESULTS), (path) => writeFile(path, text));
  return done;
}

/** The extractions of finished pages, once each; says in `kept` which. */
async function* wholeExtractions(
  folder: string,
  finished: ReadonlyMap<string, JournalLine>,
  kept: Set<string>,
): AsyncGenerator<string> {
  for await (const extraction of readExtractions(folder)) {
    const key = journalKey(extraction);
    if (finished.get(key)?.status !== 'extracted' || kept.has(key)) continue;
    kept.add(key);
    yield `${JSON.stringify(extraction)}\n`;
  }
}
