import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serialize } from 'node:v8';
import { KNOWN_EXTRACTORS } from '../../harness/extract/catalog/register.ts';
import { heapArguments } from '../../harness/process/child-settings.ts';
import { DEFAULT_MEMORY_MB } from '../../harness/extract/extractor.ts';
import { resolveExtractor } from '../../harness/extract/resolve.ts';
import { openCorpus } from '../../harness/library/commands.ts';
import type { Corpus } from '../../harness/model/page.ts';
import type { Summary } from '../../harness/store/summary-file.ts';
import { runPages } from '../../harness/run/run-pages.ts';
import { PreparedPages } from '../../harness/run/scoring/prepared-pages.ts';
import { quantile } from '../../harness/stats/quantile.ts';

const BARE_LOOP = fileURLToPath(new URL('./bare-loop.ts', import.meta.url));
const BUSY = fileURLToPath(new URL('./busy.mjs', import.meta.url));

/** The built command, as the package has it: what is measured is not how long TypeScript takes to be read. */
const BUILT = new URL('../../dist/cli/main.js', import.meta.url);

/**
 * The budgets of the runner, as ratios of times that were measured side by side: what the harness adds around an
 * extractor on one worker, what a second worker brings, how long a start takes, and a run from the cache against one
 * without. `data` holds article-extraction-benchmark in `aeb`, and the data of trafilatura in `trafilatura`.
 */
export async function benchRunner(data: string | undefined): Promise<void> {
  console.log('\nthe runner');
  if (!existsSync(BUILT)) {
    console.log('  skipped: it measures what was built; npm run build');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  try {
    await measureStart(folder);
    if (data === undefined) {
      console.log('  runs: skipped, they need --data DIR with DIR/aeb in it');
      return;
    }
    const aeb = join(data, 'aeb');
    await measureOverhead(folder, aeb);
    await measureScaling(folder, aeb);
    for (const [extractor, source] of RUNS) {
      const path = join(data, source);
      if (existsSync(path)) await measureRuns(folder, source, path, extractor);
      else console.log(`  ${extractor} over ${source}: skipped, there is no ${source} in the data`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A quick extractor and a slow one, and the quick one on many pages too: a start takes as long for few. */
const RUNS = [
  ['readability', 'aeb'],
  ['readability', 'trafilatura'],
  ['defuddle', 'aeb'],
] as const;

function say(what: string, found: string, budget: string, holds: boolean): void {
  console.log(`  ${what}: ${found} (budget: ${budget}${holds ? '' : '; DOES NOT HOLD'})`);
}

/** Times a command line. Seconds. */
async function timeOf(folder: string, ...args: string[]): Promise<number> {
  const program = `const { main } = await import(${JSON.stringify(BUILT.href)}); process.exitCode = await main(process.argv.slice(1))`;
  const began = performance.now();
  const node = ['--input-type=module', '--eval', program, '--', ...args];
  await promisify(execFile)(process.execPath, node, { cwd: folder, maxBuffer: 2 ** 26 });
  return (performance.now() - began) / 1000;
}

async function measureStart(folder: string): Promise<void> {
  const times: number[] = [];
  for (let time = 0; time < 5; time++) times.push(await timeOf(folder, '--version'));
  const least = Math.min(...times);
  say('start (--version, least of 5)', `${least.toFixed(2)} s`, 'under 0.5 s', least < 0.5);
}

/**
 * Pages through one worker as a run puts them, without scoring, against the same extractor in a loop with nothing around
 * it, in turns. Both without the first page, which waits for what is loaded with it.
 */
async function measureOverhead(folder: string, aeb: string): Promise<void> {
  const corpus = await openCorpus(`aeb:${aeb}`, false);
  const labelled = await Promise.all(corpus.pages.map((page) => corpus.read(page)));
  const pages = join(folder, 'pages');
  writeFileSync(pages, serialize(labelled.map(({ page }) => page)));
  const known = KNOWN_EXTRACTORS.find(({ name }) => name === 'readability')!;
  if (!('module' in known.run)) return;
  const shares: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    // With the heap that a run grants: the less there is, the more often garbage is collected.
    const node = [...heapArguments(DEFAULT_MEMORY_MB, process.env), '--import', import.meta.resolve('tsx')];
    const loop = [...node, BARE_LOOP, known.run.module.href, pages];
    const bareMs = Number((await promisify(execFile)(process.execPath, loop)).stdout);
    shares.push((await timeRun(corpus, aeb)) / bareMs - 1);
  }
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const found = `${percent(medianOf(shares))} (${percent(Math.min(...shares))} to ${percent(Math.max(...shares))} in five turns)`;
  say('around readability on one worker', found, 'at most 10 %', medianOf(shares) <= 0.1);
}

function medianOf(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Milliseconds from the first answer to the last. */
async function timeRun(corpus: Corpus, source: string): Promise<number> {
  const extractor = await resolveExtractor('readability');
  const limits = { workers: 1, timeoutMs: 60_000, memoryMb: DEFAULT_MEMORY_MB };
  let began: number | undefined;
  await runPages(extractor, { corpus, source, pages: corpus.pages }, new PreparedPages(), limits, () => {
    began ??= performance.now();
    return Promise.resolve();
  });
  return performance.now() - (began ?? 0);
}

/** An extractor of a known time: Readability and its like use more than one processor each, for compiling and memory. */
async function measureScaling(folder: string, aeb: string): Promise<void> {
  const run = (workers: string): Promise<number> =>
    timeOf(folder, 'run', '-c', `aeb:${aeb}`, '-e', BUSY, '--workers', workers, '--no-cache', '--out', `busy-${workers}`); // prettier-ignore
  const one = await run('1');
  const two = await run('2');
  const found = `${(one / two).toFixed(2)} times as fast (${one.toFixed(1)} s, ${two.toFixed(1)} s)`;
  say('100 ms a page on two workers', found, 'scales with cores', one / two > 1.5);
}

/** A run over a dataset on one worker and on two, and one that the cache answers. */
async function measureRuns(folder: string, dataset: string, path: string, extractor: string): Promise<void> {
  const outOf = (name: string): string => `${extractor}-${dataset}-${name}`;
  const run = (out: string, ...more: string[]): Promise<number> =>
    timeOf(folder, 'run', '-c', `${dataset}:${path}`, '-e', extractor, '--timeout', '60000', ...more, '--out', outOf(out)); // prettier-ignore
  const one = await run('one', '--workers', '1', '--no-cache');
  const two = await run('two', '--workers', '2', '--no-cache');
  await run('kept', '--workers', '2');
  const again: number[] = [];
  for (let turn = 0; turn < 3; turn++) again.push(await run(`cached-${turn}`, '--workers', '1'));
  const cached = medianOf(again);
  const { pages, totalMs } = timeInside(join(folder, outOf('one')));
  console.log(
    `  ${extractor}, ${pages} pages of ${dataset}: ${one.toFixed(1)} s on one worker (${(totalMs / 1000).toFixed(1)} s in the extractor), ${two.toFixed(1)} s on two, ${cached.toFixed(1)} s from the cache`,
  );
  console.log(`    two workers: ${(one / two).toFixed(2)} times as fast`);
  const share = cached / one;
  say('  from the cache', `${(100 * share).toFixed(1)} % of the time`, 'a tenth', share <= 0.1);
}

/** Pages and milliseconds in the extractor itself, as the summary of the run has them. */
function timeInside(run: string): { readonly pages: number; readonly totalMs: number } {
  const summary: Summary = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'));
  const { time } = summary.extractors[0]!;
  return { pages: time.pages, totalMs: 'totalMs' in time ? time.totalMs : 0 };
}
