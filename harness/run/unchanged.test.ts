import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Cache } from '../extract/cache/cache.ts';
import type { Extractor } from '../extract/extractor.ts';
import { TouchedFiles } from '../process/touched-files.ts';
import { POLICIES } from '../model/policy.ts';
import type { RunResult } from './finish-run.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { corpusOf, extractorOf } from './fixtures/toy-run.ts';
import { planPages } from './plan.ts';
import { runExtractors } from './run-extractors.ts';
import type { RunRequest } from './run-extractors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-unchanged-'));
  await writeFile(join(folder, 'source.mjs'), 'one');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An extractor that says what it loaded. */
function loading(): Extractor {
  const toy = extractorOf('toy', () => {
    return { status: 'extracted', extraction: { text: 'a b' }, ms: 3, memoryMb: 50 };
  });
  const files = new TouchedFiles(Date.now());
  files.add({ loaded: [join(folder, 'source.mjs')], looked: [join(folder, 'none.mjs')] });
  const open: Extractor['open'] = async (options) => ({ ...(await toy.open(options)), files });
  return { ...toy, dependence: { settings: [] }, open };
}

function go(out: string, over: Partial<RunRequest> = {}, options: object = {}): Promise<RunResult> {
  return runExtractors({
    assayVersion: '0.0.0',
    plans: planPages([{ corpus: corpusOf(4), source: 'toy' }], {}),
    extractors: [loading()],
    policy: POLICIES.article,
    metrics: selectMetrics(undefined),
    options: { workers: 2, timeoutMs: 1000, memoryMb: 2048, ...options },
    cache: new Cache(join(folder, 'cache'), { assayVersion: '0.0.0', node: '20.19.0' }),
    ...(over.resume === undefined && { out: join(folder, out) }),
    ...over,
  });
}

test('a second run has the times and memory of the first, marked in journal and summary', async () => {
  const first = await go('first');
  const second = await go('second');
  const [before, after] = [first, second].map(({ summary }) => summary.extractors[0]!);
  expect(before).toMatchObject({
    time: { pages: 4, totalMs: 12 },
    memory: { medianMb: 50, p95Mb: 50, peakMb: 50 },
  });
  expect(before!.time).not.toHaveProperty('cached');
  expect(after!.time).toEqual({ ...before!.time, cached: 4 });
  expect(after!.metrics).toEqual(before!.metrics);
  expect(second.journal.map((line) => line.status === 'extracted' && [line.cached, line.memory])).toEqual(
    Array.from({ length: 4 }, () => [true, 50]),
  );
});

test('pages that are repeated never come from the cache', async () => {
  await go('first');
  const { summary } = await go('repeated', {}, { repeat: 2 });
  expect(summary.extractors[0]!.time).not.toHaveProperty('cached');
});

test('a run names what it loaded, from its folder, and is resumed while that is the same', async () => {
  await go('run');
  const loaded = JSON.parse(await readFile(join(folder, 'run', 'loaded.json'), 'utf8')) as unknown;
  const one = '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed';
  expect(loaded).toEqual({ schema: 'assay/loaded@1', extractors: { toy: { '../source.mjs': one } } });
  const resume = join(folder, 'run');
  expect((await go('', { resume })).journal).toHaveLength(4);
  await writeFile(join(folder, 'source.mjs'), 'two');
  await expect(go('', { resume })).rejects.toThrow(/the extractor toy has changed \(.*source\.mjs\)/);
  await rm(join(folder, 'source.mjs'));
  expect((await go('', { resume })).journal).toHaveLength(4);
});
