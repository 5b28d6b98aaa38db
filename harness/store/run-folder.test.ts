import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { POLICIES } from '../model/policy.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { claimFolder } from './run-folder.ts';
import { corpusOf, extractorOf } from '../run/fixtures/toy-run.ts';
import { planPages } from '../run/plan.ts';
import { runExtractors } from '../run/run-extractors.ts';
import type { RunRequest } from '../run/run-extractors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-claim-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a claim', () => {
  test('keeps others away until it is taken back', async () => {
    const release = await claimFolder(folder);
    await expect(claimFolder(folder)).rejects.toThrow(
      `is being written by process ${process.pid}; wait for it, or stop it first`,
    );
    await release();
    expect(await readdir(folder)).toEqual([]);
    await (
      await claimFolder(folder)
    )();
  });

  test('of another process counts while that is alive', async () => {
    const other = spawn('sleep', ['60']);
    try {
      await (
        await claimFolder(folder)
      )();
      const release = await claimFolder(folder);
      const [own] = await readdir(folder);
      await release();
      // The claim that the other process would make, had it been started when we were.
      const theirs = own!.replace(String(process.pid), String(other.pid));
      await writeFile(join(folder, theirs), '');
      if (process.platform === 'linux') {
        // It was not: so this is what another one left that had its number.
        await (
          await claimFolder(folder)
        )();
        expect(await readdir(folder)).toEqual([]);
      } else {
        await expect(claimFolder(folder)).rejects.toThrow(`is being written by process ${other.pid}`);
      }
    } finally {
      other.kill();
      await once(other, 'exit');
    }
  });

  test('of a process that is gone, or on another machine, counts for nothing', async () => {
    const gone = spawn('true');
    await once(gone, 'exit');
    await writeFile(join(folder, `writing-${gone.pid}-1-${encodeURIComponent(hostname())}`), '');
    await writeFile(join(folder, `writing-${process.pid}-1-elsewhere`), '');
    await (
      await claimFolder(folder)
    )();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a run folder', () => {
  const steady = extractorOf('steady', () => ({ status: 'extracted', extraction: { text: 'a' } }));

  function request(over: Partial<RunRequest>): RunRequest {
    return {
      assayVersion: '0.0.0',
      plans: planPages([{ corpus: corpusOf(3), source: 'toy' }], {}),
      extractors: [steady],
      policy: POLICIES.article,
      metrics: selectMetrics(['exact']),
      options: { workers: 1, timeoutMs: 1000, memoryMb: 2048 },
      ...over,
    };
  }

  test('is written by one run at a time', async () => {
    const out = join(folder, 'run');
    let second: Promise<unknown> | undefined;
    // The first run goes on only when the second has had its answer.
    const onPage = async (): Promise<void> => {
      second ??= expect(runExtractors(request({ resume: out }))).rejects.toThrow(
        /run is being written by process/u,
      );
      await second;
    };
    const { journal } = await runExtractors(request({ out, onPage }));
    expect(second).toBeDefined();
    expect(journal).toHaveLength(3);
    expect((await readdir(out)).filter((name) => name.startsWith('writing'))).toEqual([]);
  });

  test('is new where what was killed had not begun', async () => {
    const out = join(folder, 'run');
    await runExtractors(request({ out }));
    await rename(join(out, 'run.json'), join(out, '.run.json.1.part'));
    for (const name of ['results.jsonl', 'extractions.jsonl.gz', 'summary.json']) await rm(join(out, name));
    expect((await runExtractors(request({ out }))).journal).toHaveLength(3);
  });

  test('that nobody named is another one for the same thing in the same second', async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      const runs = await Promise.all([1, 2, 3].map(() => runExtractors(request({}))));
      expect(new Set(runs.map((each) => each.folder)).size).toBe(3);
    } finally {
      process.chdir(before);
    }
  });
});
