import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { watchedRun } from '../../harness/cli/watched-run.ts';
import { listExtractors } from '../../harness/config/open-extractors.ts';
import { loadConfig } from '../../harness/config/load-config.ts';
import { readablePath } from '../../harness/util/readable-path.ts';
import type { FinishedRun } from '../../harness/report/reporter.ts';

/** The built-in corpus, whose second labels are the human ceiling. */
const BUILTIN = resolve(import.meta.dirname, '..', '..', 'corpus');

/** Public data that leaderboards are made of, as its folders are called. */
const SOURCES = ['aeb', 'trafilatura', 'wcxb'];

/** What a new run of all leaderboards is made of. */
export interface NewRun {
  /** The folder that holds the public data. */
  readonly data: string;
  /** Names; absent: every extractor of the catalogue that runs here. */
  readonly extractors: readonly string[] | undefined;
  readonly timeoutMs: number;
  /** The folder of the run, which stays. */
  readonly out: string;
}

/** Runs over the built-in corpus, with its human ceiling, and what there is of public data; what is left out is said on standard error. */
export async function newRun({ data, extractors, timeoutMs, out }: NewRun): Promise<FinishedRun> {
  const there = SOURCES.filter((source) => existsSync(join(data, source)));
  for (const source of SOURCES.filter((each) => !there.includes(each))) {
    console.error(`left out: ${source}, because there is no folder ${source} in the data`);
  }
  const chosen = extractors ?? (await runnable());
  console.error(`The run is kept in ${readablePath(out)}/`);
  return watchedRun({
    config: false,
    extractors: [...chosen, `recorded:${readablePath(BUILTIN)}`],
    corpora: ['builtin', ...there.map((source) => `${source}:${resolve(data, source)}`)],
    // One after the other and nothing from the cache, so that all times are of this run and of the extractor alone.
    workers: 1,
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
