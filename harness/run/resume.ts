import { join } from 'node:path';
import type { FileStates } from '../extract/cache/file-states.ts';
import { differencesBetween } from '../store/compare-descriptions.ts';
import {
  EXTRACTIONS,
  ExtractionsWriter,
  journalKey,
  packExtraction,
  readExtractions,
} from '../store/extractions.ts';
import type { ExtractionPlace } from '../store/extractions.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { RESULTS, withPlace } from '../store/journal.ts';
import { readRun } from '../store/read-run.ts';
import type { RunDescription } from '../store/run-description.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { writeWhole } from '../util/write-whole.ts';
import { changedFiles } from './loaded-files.ts';

/** A run that was stopped, ready to go on. */
export interface ResumedRun {
  /** As the run began. */
  readonly description: RunDescription;
  /** What is done; the folder holds exactly this. */
  readonly done: readonly JournalLine[];
}

/**
 * Makes a stopped run ready to go on: what was cut off is removed (a torn last line, a result whose extraction
 * did not reach the disk) and will run again. A kill at any moment in between leaves a folder that can be resumed.
 *
 * @throws AssayError `bad-input` if there is no run, or its files are not as their schemas say; `usage` if it was a run
 * of something else, naming what differs.
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
  return { description, done: await keepWhole(folder, journal) };
}

/** Leaves the whole lines and their extractions, once each; says which lines these are. */
async function keepWhole(folder: string, journal: readonly JournalLine[]): Promise<JournalLine[]> {
  const extracted = new Set(journal.filter(({ status }) => status === 'extracted').map(journalKey));
  const places = new Map<string, ExtractionPlace>();
  await writeWhole(join(folder, EXTRACTIONS), async (path) => {
    const writer = await ExtractionsWriter.open(path, 'wx');
    try {
      for await (const record of readExtractions(folder)) {
        if (extracted.delete(journalKey(record))) {
          const [place] = writer.append([await packExtraction(record)]);
          places.set(journalKey(record), place!);
        }
      }
    } finally {
      await writer.close();
    }
  });
  const done = journal.flatMap((line): JournalLine[] => {
    if (line.status !== 'extracted') return [line];
    const place = places.get(journalKey(line));
    return place === undefined ? [] : [withPlace(line, place)];
  });
  const text = done.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeWhole(join(folder, RESULTS), text);
  return done;
}
