/**
 * Makes the committed leaderboards again: `npm run leaderboard -- --data DIR [--extractor NAME]… [--timeout MS]`, the
 * folder holding the public data as `aeb/`, `trafilatura/` and `wcxb/`. What is not there is left out, and said. Without
 * `--extractor` every extractor runs that can run here. One worker, so that times are of the extractor alone.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../harness/index.ts';
import { leaderboardPage } from '../harness/report/leaderboard-page.ts';
import { qualityTimePlot } from '../harness/report/quality-time-plot.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    extractor: { type: 'string', multiple: true },
    timeout: { type: 'string', default: '20000' },
  },
});
if (values.data === undefined)
  throw new Error('name the folder of the data: npm run leaderboard -- --data DIR');

const SOURCES = ['aeb', 'trafilatura', 'wcxb'];
/** The corpus whose quality is plotted against time: full text, and the best known. */
const PLOTTED = 'aeb';
const REPORTS = resolve(import.meta.dirname, '..', 'reports');

const there = SOURCES.filter((source) => existsSync(join(values.data!, source)));
for (const source of SOURCES.filter((each) => !there.includes(each))) {
  console.error(`left out: ${source}, because there is no folder ${source} in the data`);
}
const out = await mkdtemp(join(tmpdir(), 'assay-leaderboard-'));
const result = await run({
  extractors: values.extractor,
  corpora: ['builtin', ...there.map((source) => `${source}:${resolve(values.data!, source)}`)],
  workers: 1,
  timeoutMs: Number(values.timeout),
  config: false,
  out: join(out, 'run'),
});
const plots = new Map<string, string>();
const plot = qualityTimePlot(result.summary.extractors.filter(({ corpus }) => corpus === PLOTTED));
if (plot !== undefined) {
  plots.set(PLOTTED, `leaderboard-${PLOTTED}.svg`);
  await writeFile(join(REPORTS, `leaderboard-${PLOTTED}.svg`), plot);
}
await writeFile(join(REPORTS, 'leaderboard.md'), leaderboardPage(result, plots));
await rm(out, { recursive: true, force: true });
