import { once } from 'node:events';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();
const PAGES = 12;
/** While it is not there, the extractor has not done the second half of the pages. */
const gate = join(at.folder, 'gate');

/** `summary.json` without what may differ. */
async function summaryOf(run: string): Promise<unknown> {
  return JSON.parse(await readFile(join(at.folder, run, 'summary.json'), 'utf8'), (key, value: unknown) =>
    ['time', 'memory', 'machine'].includes(key) ? undefined : value,
  );
}

/** Waits until so many bytes of the journal are on disk. */
async function untilWritten(run: string, bytes: number): Promise<void> {
  const file = join(at.folder, run, 'results.jsonl');
  const size = async (): Promise<number> => (await stat(file).catch(() => ({ size: 0 }))).size;
  while ((await size()) < bytes) await sleep(10);
}

describe('a run that does not go through undisturbed', () => {
  let args: string[];
  let named: string[];
  beforeAll(async () => {
    const corpus = await at.makeCorpus('corpus', PAGES);
    const slow = `
      const { access } = await import('node:fs/promises');
      const isThere = () => access(${JSON.stringify(gate)}).then(() => true, () => false);
      while (/Page (?:[6-9]|1.) /.test(input.text) && !(await isThere())) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return { text: input.text };`;
    const extractor = await at.makeExtractor('slow', slow);
    const outputs = Object.fromEntries(
      Array.from({ length: PAGES }, (_, index) => [`site.example/p${index}`, 'Menu']),
    );
    await writeFile(join(at.folder, 'outputs.json'), JSON.stringify(outputs));
    named = ['--extractor', extractor, '--extractor', 'recorded:outputs.json'];
    args = ['run', '-c', corpus, ...named, '--workers', '1', '--no-cache'];
    await writeFile(gate, '');
    const { code } = await at.assayHere(...args, '--out', 'whole');
    expect(code).toBe(0);
  });

  test('is killed, resumed, and ends the same', async () => {
    await rm(gate);
    const { child, ended } = at.start(...args, '--out', 'killed');
    await untilWritten('killed', 1);
    child.kill('SIGKILL');
    await ended;
    await writeFile(gate, '');
    expect((await at.readJournal('killed')).length).toBeLessThan(PAGES);
    const { code, stderr } = await at.assay('run', '--resume', 'killed', ...named);
    expect(stderr).toContain('Report: killed/report.html');
    expect(code).toBe(0);
    expect(await summaryOf('killed')).toEqual(await summaryOf('whole'));
  });

  test('is stopped by Ctrl-C, says how to go on, and ends the same', async () => {
    await rm(gate);
    const { child, ended } = at.start(...args, '--out', 'stopped');
    await untilWritten('stopped', 1);
    // What it says first: from then on no page begins.
    const stops = once(child.stderr!, 'data');
    child.kill('SIGINT');
    await stops;
    await writeFile(gate, '');
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(130);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^Stopping: pages under way are being finished\. Press Ctrl-C again to stop at once\.$/mu,
    );
    expect(stderr).toMatch(
      /^Stopped; \d+ pages? done and kept\. Go on with:\n {2}assay run --resume stopped --extractor \S+ --extractor recorded:outputs\.json$/mu,
    );
    expect((await at.assayHere('run', '--resume', 'stopped', ...named)).code).toBe(0);
    expect(await summaryOf('stopped')).toEqual(await summaryOf('whole'));
  });

  test('is divided into four, merged, and is the same', async () => {
    const shards = ['1/4', '2/4', '3/4', '4/4'];
    const folders = shards.map((shard) => `shard-${shard[0]}`);
    for (const [index, shard] of shards.entries()) {
      const { code } = await at.assayHere(...args, '--shard', shard, '--out', folders[index]!);
      expect(code).toBe(0);
    }
    const merged = await at.assayHere('merge', ...folders, '--out', 'merged');
    expect(merged.stdout).toContain('corpus · 12 pages');
    expect(await summaryOf('merged')).toEqual(await summaryOf('whole'));
  });
});

test('nothing runs that only the folder of a run names', async () => {
  const corpus = await at.makeCorpus('small', 1);
  const own = await at.makeExtractor('own', 'return { text: input.text };');
  const { code } = await at.assayHere('run', '-c', corpus, '-e', own, '--out', 'theirs');
  expect(code).toBe(0);
  const file = join(at.folder, 'theirs', 'run.json');
  const original = await readFile(file, 'utf8');
  await writeFile(
    join(at.folder, 'theirs.mjs'),
    `import { writeFileSync } from 'node:fs'; writeFileSync('executed', '');`,
  );
  for (const source of [
    './theirs.mjs',
    'cmd:touch executed',
    'jsonl:touch executed',
    'http://127.0.0.1:9/',
  ]) {
    const run = JSON.parse(original) as { extractors: { source: string }[] };
    run.extractors[0]!.source = source;
    await writeFile(file, JSON.stringify(run));
    const resumed = await at.assayHere('run', '--resume', 'theirs');
    expect(resumed.code).toBe(2);
    expect(resumed.stderr).toContain(
      `theirs names ${JSON.stringify(source)}, and nothing else does; what only a run folder names is not run`,
    );
    await expect(stat(join(at.folder, 'executed'))).rejects.toThrow('ENOENT');
  }
  await writeFile(file, original);
  expect((await at.assayHere('run', '--resume', 'theirs', '-e', own)).code).toBe(0);
});

test('a shard that is none is told', async () => {
  const { code, stderr } = await at.assayHere('run', '--shard', '5/4');
  expect(code).toBe(2);
  expect(stderr).toContain('It takes I/N: the I-th of N parts, e.g. 1/4 to 4/4.');
});
