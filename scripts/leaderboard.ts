import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ExitCode } from '../harness/cli/options.ts';
import { listExtractors } from '../harness/config/open-extractors.ts';
import { loadConfig } from '../harness/config/load-config.ts';
import { readablePath } from '../harness/util/readable-path.ts';
import { AssayError } from '../harness/util/error.ts';
import { reopened } from '../harness/library/pages-of-run.ts';
import type { FinishedRun } from '../harness/report/reporter.ts';
import { readPublishedTables } from '../harness/reproduce/published-table.ts';
import { fieldsOf } from '../harness/analyse/compare-field.ts';
import { readRun, readSummary, refuseUnfinished } from '../harness/store/read-run.ts';
import { RunStopped } from '../harness/run/run-stopped.ts';
import { primaryMetric } from '../harness/score/metrics/register.ts';
import { besidePublished, readPublishedPeers } from './leaderboard/beside-published.ts';
import { languagesOf } from './leaderboard/languages.ts';
import { leaderboardPage } from './leaderboard/leaderboard-page.ts';
import { newRun, resumedRun } from './leaderboard/make-run.ts';
import { qualityTimePlot } from './leaderboard/quality-time-plot.ts';
import { readArguments } from './read-arguments.ts';

/**
 * Makes the committed leaderboards again. `npm run leaderboard --` and one of
 *
 * - `--data DIR [--extractor NAME]… [--timeout MS]`: runs over the built-in corpus and the public data in DIR (`aeb/`,
 *   `trafilatura/`, `wcxb/`; what is not there is left out, and said). Without `--extractor` everything of the catalogue
 *   runs that can run here. The run is kept below `reports/runs/`.
 * - `--resume RUN`: goes on with such a run that was stopped.
 * - `--run RUN`: runs nothing; makes the page of a finished run.
 *
 * `--to DIR` writes the page elsewhere than into `reports/`.
 */

/** The corpus whose quality is plotted against time: full text, and the best known. */
const PLOTTED = 'aeb';
const REPORTS = resolve(import.meta.dirname, '..', 'reports');

const USAGE = `npm run leaderboard -- --data DIR [--extractor NAME]… [--timeout MS] [--to DIR]
npm run leaderboard -- --resume RUN [--to DIR]
npm run leaderboard -- --run RUN [--to DIR]

Runs all that is set up over the built-in corpus and the clones in DIR (aeb/, trafilatura/, wcxb/), goes on with such a
run, or takes a finished one, and writes leaderboard.md into reports/ or where --to says.`;

const { values } = readArguments(USAGE, {
  options: {
    data: { type: 'string' },
    extractor: { type: 'string', multiple: true },
    timeout: { type: 'string', default: '20000' },
    resume: { type: 'string' },
    run: { type: 'string' },
    to: { type: 'string', default: REPORTS },
  },
});
try {
  await writePage(await obtainRun(), values.to);
} catch (error) {
  if (error instanceof RunStopped) {
    console.error(`Stopped; go on with: npm run leaderboard -- --resume ${readablePath(error.folder)}`);
    process.exitCode = ExitCode.INTERRUPTED;
  } else if (error instanceof AssayError) {
    console.error(`leaderboard: ${error.message}`);
    process.exitCode = ExitCode.MISUSE;
  } else throw error;
}

async function obtainRun(): Promise<FinishedRun> {
  const { data, resume, run, extractor, timeout } = values;
  if ([data, resume, run].filter((each) => each !== undefined).length !== 1) {
    throw new AssayError('usage', 'expected one of --data DIR, --resume RUN and --run RUN');
  }
  if (run !== undefined) return storedRun(run);
  if (resume !== undefined) return resumedRun(resume);
  const time = new Date()
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z')
    .replaceAll(':', '-');
  const out = join(REPORTS, 'runs', `${time}-leaderboard`);
  return newRun({ data: data!, extractors: extractor, timeoutMs: Number(timeout), out });
}

async function storedRun(folder: string): Promise<FinishedRun> {
  const record = await readRun(folder);
  refuseUnfinished(record);
  return reopened({ ...record, summary: await readSummary(record) }, await loadConfig(false));
}

async function writePage(run: FinishedRun, folder: string): Promise<void> {
  const plots = new Map<string, string>();
  for (const { name, gold } of run.description.corpora.filter((corpus) => corpus.name === PLOTTED)) {
    const plotted = run.summary.extractors.filter(({ corpus }) => corpus === name);
    const plot = qualityTimePlot(plotted, primaryMetric(gold), languagesOf(run.description));
    if (plot === undefined) continue;
    plots.set(name, `leaderboard-${name}.svg`);
    await writeFile(join(folder, `leaderboard-${name}.svg`), plot);
  }
  const sources = new Set(run.description.extractors.map(({ source }) => source));
  const page = leaderboardPage({
    run,
    fields: fieldsOf(run),
    plots,
    published: besidePublished(run, await readPublishedTables(), await readPublishedPeers()),
    others: await listExtractors(await loadConfig(false), (name) => !sources.has(name)),
  });
  await writeFile(join(folder, 'leaderboard.md'), page);
}
