import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { POLICIES } from '../model/policy.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { corpusOf, extractorOf, mixed, withoutOffset } from './fixtures/toy-run.ts';
import { planPages } from './plan.ts';
import { readRun } from '../store/read-run.ts';
import { rescore } from './rescore.ts';
import { runExtractors } from './run-extractors.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-rescore-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The lines of a journal as a set, whatever the order in which pages finished. */
async function journalOf(path: string): Promise<string[]> {
  const { journal } = await readRun(path);
  return journal.map((line) => JSON.stringify(withoutOffset(line))).toSorted();
}

test('scoring a run again gives what a run under those metrics and that policy gives', async () => {
  const corpus = corpusOf(10);
  const shuffled = extractorOf('shuffled', ({ id }) => ({
    status: 'extracted',
    extraction: { text: `d c ${id}` },
    ms: 3,
    memoryMb: 60,
    ...(id.endsWith('2') && { isCached: true }),
  }));
  const request = {
    assayVersion: '0.0.0',
    plans: planPages([{ corpus, source: 'toy' }], {}),
    extractors: [mixed, shuffled],
    options: { workers: 2, timeoutMs: 1000, memoryMb: 2048 },
  };
  const [first, direct, again] = ['first', 'direct', 'again'].map((name) => join(folder, name));
  await runExtractors({
    ...request,
    policy: POLICIES.article,
    metrics: selectMetrics(['exact']),
    out: first!,
  });
  const asked = { policy: POLICIES.reader, metrics: selectMetrics(['words']) };
  const expected = await runExtractors({ ...request, ...asked, out: direct! });
  const record = await readRun(first!);
  const seen: string[] = [];
  const result = await rescore({
    ...asked,
    record,
    corpora: [corpus],
    out: again!,
    onPage: ({ page }) => seen.push(page),
  });
  expect(result.summary).toEqual(expected.summary);
  expect(await journalOf(again!)).toEqual(await journalOf(direct!));
  expect(result.description).toMatchObject({ policy: 'reader', metrics: expected.description.metrics });
  expect(seen).toHaveLength(20);
  // Time, memory and the marks of the cache are those of the run that is scored again.
  const measured = result.journal.flatMap((line) => (line.extractor === 'shuffled' ? [line] : []));
  expect(measured.map((line) => line.status === 'extracted' && [line.ms, line.memory])).toEqual(
    Array.from({ length: 10 }, () => [3, 60]),
  );
  const cached = measured.filter((line) => line.status === 'extracted' && line.cached === true);
  expect(cached.map(({ page }) => page)).toEqual(['s2/p2']);
  expect(result.summary.extractors.find(({ name }) => name === 'shuffled')).toMatchObject({
    time: { cached: 1 },
    memory: { peakMb: 60 },
  });
});
