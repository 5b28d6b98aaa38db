import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Random } from '../harness/stats/random.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = `npm run kill-and-resume -- --data DIR [--kills 20] [--seed WORD]

A run with readability over the 181 pages of article-extraction-benchmark in DIR/aeb, killed with SIGKILL at random moments
and resumed each time, must end with the summary of a run that was left in peace. Nothing comes from the cache.`;

const ASSAY = fileURLToPath(new URL('../harness/cli/assay.mjs', import.meta.url));

const { values } = readArguments(USAGE, {
  options: {
    data: { type: 'string' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: 'kill' },
  },
});

if (values.data === undefined) {
  console.log('skipped: it needs --data DIR with DIR/aeb, a clone of article-extraction-benchmark');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'assay-kill-'));
  try {
    process.exitCode = await killAndResume(
      folder,
      values.data,
      Number(values.kills),
      new Random(values.seed),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function killAndResume(folder: string, data: string, kills: number, random: Random): Promise<number> {
  const args = ['run', '--corpus', `aeb:${join(data, 'aeb')}`, '--extractor', 'readability', '--no-cache'];
  const whole = join(folder, 'whole');
  const killed = join(folder, 'killed');
  const began = performance.now();
  await assay([...args, '--out', whole]);
  const wholeMs = performance.now() - began;
  const startMs = await timeOf(() => assay([...args, '--limit', '1', '--out', join(folder, 'one')]));
  console.log(`undisturbed: ${linesOf(whole)} pages in ${(wholeMs / 1000).toFixed(1)} s`);

  const first = [...args, '--out', killed];
  const again = ['run', '--resume', killed, '--no-cache'];
  for (let kill = 1; kill <= kills; kill++) {
    // Every fourth is killed while it starts. The others go on past their first page, for up to twice their share.
    const before = linesOf(killed);
    const hasBegun = (): boolean => linesOf(killed) > before || before === linesOf(whole);
    const share = random.next() / 2 ** 32;
    const afterMs = kill % 4 === 0 ? share * startMs : (share * 2 * (wholeMs - startMs)) / kills;
    const moment = kill % 4 === 0 ? wait(afterMs) : poll(hasBegun).then(() => wait(afterMs));
    const wasKilled = await assay(isRun(killed) ? again : first, moment);
    const how = wasKilled ? 'killed' : 'ended before it was to be killed,';
    const since = kill % 4 === 0 ? 'its start' : 'its first page';
    console.log(
      `${String(kill).padStart(2)}: ${how} ${Math.round(afterMs)} ms after ${since}, ${linesOf(killed)} pages in the journal`,
    );
    if (!isRun(killed)) rmSync(killed, { recursive: true, force: true });
  }
  await assay(isRun(killed) ? again : first);
  const isSame = summaryOf(killed) === summaryOf(whole);
  console.log(isSame ? 'the summaries are the same' : 'THE SUMMARIES DIFFER');
  return isSame ? 0 : 1;
}

/** Runs the command, up to the moment at which it is to be killed if there is one; says whether it had to be. */
async function assay(args: readonly string[], moment?: Promise<void>): Promise<boolean> {
  const child = spawn(process.execPath, [ASSAY, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  if (moment !== undefined) {
    await Promise.race([ended, moment]);
    child.kill('SIGKILL');
  }
  const code = await ended;
  if (code !== null && code !== 0) throw new Error(`assay ${args.join(' ')} ended with ${code}: ${said}`);
  return code === null;
}

async function poll(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Whether it got as far as saying what it is a run of; else there is nothing to be resumed. */
function isRun(run: string): boolean {
  return textOf(join(run, 'run.json')) !== '';
}

function linesOf(run: string): number {
  return textOf(join(run, 'results.jsonl')).split('\n').length - 1;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** `summary.json` without what may differ, as text. */
function summaryOf(run: string): string {
  const differing = new Set(['time', 'memory', 'machine']);
  return JSON.stringify(
    JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'), (key, value: unknown) =>
      differing.has(key) ? undefined : value,
    ),
  );
}
