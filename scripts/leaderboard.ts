import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ExitCode } from '../harness/cli/options.ts';
import { listExtractors } from '../harness/config/open-extractors.ts';
import { loadConfig } from '../harness/config/load-config.ts';
import { readablePath } from '../harness/util/readable-path.ts';
import { AssayError } from '../harness/util/error.ts';
import { complementarity } from '../harness/library/complementarity.ts';
import { reopened } from '../harness/library/pages-of-run.ts';
import type { FinishedRun } from '../harness/report/reporter.ts';
import { readPublishedTables } from '../harness/reproduce/published-table.ts';
import type { PublishedTable } from '../harness/reproduce/published-table.ts';
import { fieldsOf } from '../harness/analyse/compare-field.ts';
import { readRun, readSummary, refuseUnfinished } from '../harness/store/read-run.ts';
import { RunStopped } from '../harness/run/run-stopped.ts';
import { primaryMetric } from '../harness/score/metrics/register.ts';
import { besidePublished, readPublishedPeers } from './leaderboard/beside-published.ts';
import type { PublishedPeer } from './leaderboard/beside-published.ts';
import { languagesOf } from './leaderboard/languages.ts';
import { leaderboardPage } from './leaderboard/leaderboard-page.ts';
import type { LeaderboardRun } from './leaderboard/leaderboard-page.ts';
import { newRun, resumedRun } from './leaderboard/make-run.ts';
import { qualityTimePlot } from './leaderboard/quality-time-plot.ts';
import { readArguments } from './read-arguments.ts';

/**
 * Makes the committed leaderboards again. `npm run leaderboard --` and one of
 *
 * - `--data DIR [--corpus NAME,…] [--extractor NAME]… [--timeout MS] [--workers N]`: runs over the built-in corpus and the public data in
 *   DIR (`aeb/`, `trafilatura/`, `wcxb/`; what is not there is left out, and said), or over those of them that are named.
 *   Without `--extractor` everything of the catalogue runs that can run here. The run is kept below `reports/runs/`.
 * - `--resume RUN`: goes on with such a run that was stopped.
 * - `--run RUN…`: runs nothing; makes the page of finished runs, each of other corpora.
 *
 * `--to DIR` writes the page elsewhere than into `reports/`.
 */

/** The corpus whose quality is plotted against time: full text, and the best known. */
const PLOTTED = 'aeb';
const REPORTS = resolve(import.meta.dirname, '..', 'reports');

const USAGE = `npm run leaderboard -- --data DIR [--corpus builtin,aeb,trafilatura,wcxb] [--extractor NAME]… [--timeout MS] [--workers N] [--to DIR]
npm run leaderboard -- --resume RUN [--to DIR]
npm run leaderboard -- --run RUN [--run RUN]… [--to DIR]

Runs all that is set up over the built-in corpus and the clones in DIR (aeb/, trafilatura/, wcxb/), goes on with such a
run, or takes finished ones, each of other corpora, and writes leaderboard.md into reports/ or where --to says.`;

const { values } = readArguments(USAGE, {
  options: {
    data: { type: 'string' },
    corpus: { type: 'string' },
    extractor: { type: 'string', multiple: true },
    timeout: { type: 'string', default: '20000' },
    workers: { type: 'string', default: '1' },
    resume: { type: 'string' },
    run: { type: 'string', multiple: true },
    to: { type: 'string', default: REPORTS },
  },
});
try {
  await writePage(await obtainRuns(), values.to);
} catch (error) {
  if (error instanceof RunStopped) {
    console.error(`Stopped; go on with: npm run leaderboard -- --resume ${readablePath(error.folder)}`);
    process.exitCode = ExitCode.INTERRUPTED;
  } else if (error instanceof AssayError) {
    console.error(`leaderboard: ${error.message}`);
    process.exitCode = ExitCode.MISUSE;
  } else throw error;
}

async function obtainRuns(): Promise<FinishedRun[]> {
  const { data, resume, run: runs, corpus, extractor, timeout, workers } = values;
  if ([data, resume, runs].filter((each) => each !== undefined).length !== 1) {
    throw new AssayError('usage', 'expected one of --data DIR, --resume RUN and --run RUN');
  }
  if (runs !== undefined) return apart(await Promise.all(runs.map(storedRun)));
  if (resume !== undefined) return [await resumedRun(resume)];
  const time = new Date()
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z')
    .replaceAll(':', '-');
  const out = join(REPORTS, 'runs', `${time}-leaderboard`);
  return [
    await newRun({
      data: data!,
      corpora: corpus?.split(','),
      extractors: extractor,
      timeoutMs: Number(timeout),
      workers: Number(workers),
      out,
    }),
  ];
}

async function storedRun(folder: string): Promise<FinishedRun> {
  const record = await readRun(folder);
  refuseUnfinished(record);
  return reopened({ ...record, summary: await readSummary(record) }, await loadConfig(false));
}

/** @throws AssayError `usage` where two of the runs have a corpus in common. */
function apart(runs: readonly FinishedRun[]): FinishedRun[] {
  const known = new Map<string, string>();
  for (const { folder, description } of runs) {
    for (const { name } of description.corpora) {
      const other = known.get(name);
      if (other === undefined) known.set(name, folder);
      else {
        const both = `${readablePath(other)} and ${readablePath(folder)}`;
        throw new AssayError('usage', `the corpus ${name} is in ${both}; expected it in one of them`);
      }
    }
  }
  return [...runs];
}

async function writePage(runs: readonly FinishedRun[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const plots = new Map<string, string>();
  for (const run of runs) {
    for (const { name, gold } of run.description.corpora.filter((corpus) => corpus.name === PLOTTED)) {
      const plotted = run.summary.extractors.filter(({ corpus }) => corpus === name);
      const plot = qualityTimePlot(plotted, primaryMetric(gold), languagesOf(run.description));
      if (plot === undefined) continue;
      plots.set(name, `leaderboard-${name}.svg`);
      await writeFile(join(folder, `leaderboard-${name}.svg`), plot);
    }
  }
  const sources = new Set(
    runs.flatMap(({ description }) => description.extractors.map(({ source }) => source)),
  );
  const others = await listExtractors(await loadConfig(false), (name) => !sources.has(name));
  const shown: LeaderboardRun[] = [];
  const published = { tables: await readPublishedTables(), peers: await readPublishedPeers() };
  for (const run of runs) shown.push(await workedOut(run, published));
  await writeFile(join(folder, 'leaderboard.md'), leaderboardPage({ runs: shown, plots, others }));
}

async function workedOut(
  run: FinishedRun,
  { tables, peers }: { readonly tables: readonly PublishedTable[]; readonly peers: readonly PublishedPeer[] },
): Promise<LeaderboardRun> {
  const ranked = run.description.extractors.filter(({ baseline }) => !baseline);
  return {
    run,
    fields: fieldsOf(run),
    complementarity: ranked.length < 2 ? [] : await complementarity(run.folder, { config: false }),
    published: besidePublished(run, tables, peers),
  };
}
