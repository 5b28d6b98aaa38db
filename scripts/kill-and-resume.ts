import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from '../harness/stats/random.ts';

// npm run kill-and-resume -- --data DIR [--kills 20] [--seed WORD]: a run with readability over the 181 pages of
// article-extraction-benchmark in DIR/aeb, killed with SIGKILL at random moments and resumed each time, must end with
// the summary of a run that was left in peace. Nothing comes from the cache.

const ASSAY = fileURLToPath(new URL('../harness/cli/assay.mjs', import.meta.url));

const { values } = parseArgs({
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
  console.log(`undisturbed: ${linesOf(whole)} pages in ${(wholeMs / 1000).toFixed(1)} s`);

  // Each attempt lasts up to twice its share of the whole, and its start besides, which the first pages wait for.
  const startMs = await timeOf(() => assay([...args, '--limit', '1', '--out', join(folder, 'one')]));
  const first = [...args, '--out', killed];
  const again = ['run', '--resume', killed, '--no-cache'];
  for (let kill = 1; kill <= kills; kill++) {
    const isBegun = isRun(killed);
    const pagesMs = (2 * wholeMs * random.next()) / 2 ** 32 / kills;
    const afterMs = Math.round(startMs * (random.next() / 2 ** 32) + pagesMs);
    const wasKilled = await assay(isBegun ? again : first, afterMs);
    const how = wasKilled
      ? `killed after ${afterMs} ms`
      : `ended before it was to be killed, at ${afterMs} ms`;
    console.log(`${String(kill).padStart(2)}: ${how}, ${linesOf(killed)} pages in the journal`);
    if (!isRun(killed)) rmSync(killed, { recursive: true, force: true });
  }
  await assay(isRun(killed) ? again : first);
  const isSame = summaryOf(killed) === summaryOf(whole);
  console.log(isSame ? 'the summaries are the same' : 'THE SUMMARIES DIFFER');
  return isSame ? 0 : 1;
}

/** Runs the command; says whether it had to be killed. */
async function assay(args: readonly string[], killAfterMs?: number): Promise<boolean> {
  const child = spawn(process.execPath, [ASSAY, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  if (killAfterMs !== undefined) {
    await Promise.race([ended, wait(killAfterMs)]);
    child.kill('SIGKILL');
  }
  const code = await ended;
  if (code !== null && code !== 0) throw new Error(`assay ${args.join(' ')} ended with ${code}: ${said}`);
  return code === null;
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
