import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { watchedRun } from '../../harness/cli/watched-run.ts';
import { listExtractors } from '../../harness/config/open-extractors.ts';
import { loadConfig } from '../../harness/config/load-config.ts';
import { AssayError } from '../../harness/util/error.ts';
import { readablePath } from '../../harness/util/readable-path.ts';
import type { FinishedRun } from '../../harness/report/reporter.ts';

/** The built-in corpus, whose second labels are the human ceiling. */
const BUILTIN = resolve(import.meta.dirname, '..', '..', 'corpus');

const BUILTIN_NAME = 'builtin';

/** Public data that leaderboards are made of, as its folders are called. */
const SOURCES = ['aeb', 'trafilatura', 'wcxb'];

/** What a new run of all leaderboards is made of. */
export interface NewRun {
  /** The folder that holds the public data. */
  readonly data: string;
  /** Of `builtin`, `aeb`, `trafilatura` and `wcxb`; absent: all of them. */
  readonly corpora: readonly string[] | undefined;
  /** Names; absent: every extractor of the catalogue that runs here. */
  readonly extractors: readonly string[] | undefined;
  readonly timeoutMs: number;
  /** One: all times are of the extractor alone. More disturb each other, and the page says so. */
  readonly workers: number;
  /** The folder of the run, which stays. */
  readonly out: string;
}

/**
 * Runs over the built-in corpus, with its human ceiling, and what there is of public data; what is left out is said on
 * standard error.
 *
 * @throws AssayError `usage` for a corpus of another name.
 */
export async function newRun({
  data,
  corpora,
  extractors,
  timeoutMs,
  workers,
  out,
}: NewRun): Promise<FinishedRun> {
  const known = [BUILTIN_NAME, ...SOURCES];
  const strange = corpora?.find((name) => !known.includes(name));
  if (strange !== undefined) {
    throw new AssayError('usage', `--corpus ${strange} is not known; expected ${known.join(', ')}`);
  }
  const wanted = known.filter((name) => corpora?.includes(name) ?? true);
  const there = wanted.filter((name) => name === BUILTIN_NAME || existsSync(join(data, name)));
  for (const source of wanted.filter((each) => !there.includes(each))) {
    console.error(`left out: ${source}, because there is no folder ${source} in the data`);
  }
  const chosen = extractors ?? (await runnable());
  console.error(`The run is kept in ${readablePath(out)}/`);
  return watchedRun({
    config: false,
    extractors: [...chosen, ...(there.includes(BUILTIN_NAME) ? [`recorded:${readablePath(BUILTIN)}`] : [])],
    corpora: there.map((name) => (name === BUILTIN_NAME ? name : `${name}:${resolve(data, name)}`)),
    workers,
    // All times are of this run.
    cache: false,
    timeoutMs,
    out,
    reporters: ['markdown'],
  });
}

/** Goes on with a run that was stopped. */
export function resumedRun(folder: string): Promise<FinishedRun> {
  return watchedRun({ config: false, resume: folder, cache: false, reporters: ['markdown'] });
}

async function runnable(): Promise<string[]> {
  const listed = await listExtractors(await loadConfig(false));
  for (const { state } of listed) if (!state.runs) console.error(`left out: ${state.problem}`);
  return listed.filter(({ state }) => state.runs).map(({ name }) => name);
}
