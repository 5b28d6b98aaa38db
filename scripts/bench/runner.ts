import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serialize } from 'node:v8';
import { KNOWN_EXTRACTORS } from '../../harness/extract/catalog/register.ts';
import { DEFAULT_MEMORY_MB } from '../../harness/extract/extractor.ts';
import { resolveExtractor } from '../../harness/extract/resolve.ts';
import { openCorpus } from '../../harness/index.ts';
import { heapArguments } from '../../harness/process/child-settings.ts';
import type { Bench } from './bench-settings.ts';
import { inSeconds } from './findings.ts';
import { writeDataset } from './inputs.ts';
import { assay, command, interleave } from './measure.ts';
import type { Cost, Side } from './measure.ts';

const BARE_LOOP = fileURLToPath(new URL('./bare-loop.ts', import.meta.url));
const RUN_LOOP = fileURLToPath(new URL('./run-loop.ts', import.meta.url));
const BUSY = fileURLToPath(new URL('./busy.mjs', import.meta.url));

/** What the harness adds around an extractor, what a second worker and the cache bring, and how long a start takes. */
export async function runnerPart(bench: Bench): Promise<void> {
  const { quick, folder, dataset } = bench;
  const made = join(folder, 'runner');
  const { folder: aeb } = await writeDataset(made, dataset('aeb'), quick ? 20 : 181, 1);
  await start(bench, aeb);
  await overhead(bench, aeb);
  await scaling(bench, aeb);
  await cached(bench, aeb);
}

async function start({ findings, folder, turns, quick }: Bench, aeb: string): Promise<void> {
  let number = 0;
  const onePage = (): Cost => {
    const args = ['run', '-c', `aeb:${aeb}`, '-e', 'everything', '--limit', '1', '--no-cache'];
    return assay(folder, [...args, '--out', `one-${number++}`]);
  };
  const node = [process.execPath, '--eval', ''];
  const sides = [() => assay(folder, ['--help']), () => command(node, folder), onePage];
  const runs = await interleave(sides, quick ? turns : 2 * turns, quick ? 0 : 1);
  findings.amount('`assay --help`', 's', inSeconds, runs, 0, { by: 'wallMs', budget: { atMost: 0.3 } });
  findings.ratio('`assay --help` against Node that does nothing', runs, [0, 1]);
  findings.amount('a run of one page with its reports', 's', inSeconds, runs, 2, { by: 'wallMs' });
}

/**
 * Pages through one worker as a run puts them, without scoring, against the same extractor in a loop with nothing around
 * it. Both without the first page, which waits for what is loaded with it.
 */
async function overhead({ findings, folder, turns, quick }: Bench, aeb: string): Promise<void> {
  const known = KNOWN_EXTRACTORS.find(({ name }) => name === 'readability')!;
  if (!('module' in known.run)) return;
  const extractor = await resolveExtractor('readability').catch(() => undefined);
  if (extractor === undefined) return findings.skip('overhead', 'readability is not installed');
  const corpus = await openCorpus(`aeb:${aeb}`, false);
  const labelled = await Promise.all(corpus.pages.map((page) => corpus.read(page)));
  const pages = join(folder, 'pages');
  writeFileSync(pages, serialize(labelled.map(({ page }) => page)));
  // With the heap that a run grants: the less there is, the more often garbage is collected.
  const node = [...heapArguments(DEFAULT_MEMORY_MB, process.env), '--import', import.meta.resolve('tsx')];
  const bare = [...node, BARE_LOOP, known.run.module.href, pages];
  const run = ['--import', import.meta.resolve('tsx'), RUN_LOOP, 'readability', `aeb:${aeb}`];
  const what = 'readability on one worker against a bare loop, by the clock, without scoring';
  const runs = await interleave([bare, run].map(toldTime), quick ? 1 : 5 * turns);
  findings.ratio(what, runs, [1, 0], { by: 'wallMs', budget: quick ? undefined : { atMost: 1.1 } });
}

/** A program of Node that prints how many milliseconds it took. */
function toldTime(args: readonly string[]): Side {
  return async () => {
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return { wallMs: Number(stdout), cpuMs: NaN };
  };
}

/**
 * An extractor of a known time: Readability and its like use more than one processor each, for compiling and memory. Without
 * `report.html`, which takes as long with one worker as with two, and is measured by itself.
 */
async function scaling({ findings, folder, turns, quick }: Bench, aeb: string): Promise<void> {
  const what = 'two workers against one, 100 ms a page, times as fast by the clock';
  if (quick) return findings.skip(what, 'it takes a machine with nothing else to do');
  let number = 0;
  const run = (workers: string): Side => () =>
    assay(folder, ['run', '-c', `aeb:${aeb}`, '-e', BUSY, '--workers', workers, '--no-cache', '--reporter', 'terminal', '--out', `busy-${number++}`]); // prettier-ignore
  const runs = await interleave([run('1'), run('2')], Math.min(turns, 3));
  findings.ratio(what, runs, [0, 1], { by: 'wallMs', budget: { atLeast: 1.7 } });
}

/** The same run with nothing to do but look up; by the clock, as the processor time of isolated extractors is not known. */
async function cached({ findings, folder, turns, quick }: Bench, aeb: string): Promise<void> {
  let number = 0;
  const run = (...more: string[]): Side => () =>
    assay(folder, ['run', '-c', `aeb:${aeb}`, '-e', 'readability', '--workers', '1', '--reporter', 'terminal', ...more, '--out', `cached-${number++}`]); // prettier-ignore
  await run()();
  const runs = await interleave([run(), run('--no-cache')], Math.min(turns, quick ? 1 : 3));
  findings.ratio('from the cache against without, readability on one worker, by the clock', runs, [0, 1], {
    by: 'wallMs',
    budget: quick ? undefined : { atMost: 0.1 },
  });
}
