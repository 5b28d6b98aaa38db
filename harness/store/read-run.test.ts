import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { POLICIES } from '../model/policy.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { corpusOf, mixed } from '../run/fixtures/toy-run.ts';
import { planPages } from '../run/plan.ts';
import { readRun, readSummary } from './read-run.ts';
import { runExtractors } from '../run/run-extractors.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-read-run-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a finished run is read as it was, and a summary of another schema is refused', async () => {
  const out = join(folder, 'whole');
  const { summary, journal } = await runExtractors({
    assayVersion: '0.0.0',
    plans: planPages([{ corpus: corpusOf(10), source: 'toy' }], {}),
    extractors: [mixed],
    options: { workers: 1, timeoutMs: 1000, memoryMb: 2048 },
    policy: POLICIES.article,
    metrics: selectMetrics(['exact']),
    out,
  });
  const record = await readRun(out);
  expect(record.isFinished).toBe(true);
  expect(record.journal).toEqual(journal);
  expect(await readSummary(record)).toEqual(summary);
  await writeFile(join(out, 'summary.json'), '{"schema": "assay/summary@99"}');
  await expect(readSummary(record)).rejects.toThrow(
    /summary\.json is not for this version of Assay: expected the schema assay\/summary@1, found "assay\/summary@99"/u,
  );
});
