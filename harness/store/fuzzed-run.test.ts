import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainLines } from '../analyse/class-sums.ts';
import { fieldsOf } from '../analyse/compare-field.ts';
import { metricsOfRun } from '../analyse/labels.ts';
import { POLICIES } from '../model/policy.ts';
import { pagesCsv } from '../report/csv.ts';
import { writeReport } from '../report/html.ts';
import { markdownReport } from '../report/markdown.ts';
import { finishedRun } from '../report/reporter.ts';
import { terminalReport } from '../report/terminal.ts';
import { corpusOf, extractorOf, mixed } from '../run/fixtures/toy-run.ts';
import { mergeRuns } from '../run/merge.ts';
import { planPages } from '../run/plan.ts';
import { rescore } from '../run/rescore.ts';
import { runExtractors } from '../run/run-extractors.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { AssayError } from '../util/error.ts';
import { checkShape } from '../util/shape.ts';
import pc from 'picocolors';
import { differencesBetween } from './compare-descriptions.ts';
import { mutatedText } from './fixtures/mutated.ts';
import { readExtraction } from './extractions.ts';
import { findLine } from './find-line.ts';
import { readRun, readSummary, refuseUnfinished } from './read-run.ts';
import type { RunDescription } from './run-description.ts';
import { summary as summaryFormat } from './summary-file.ts';

// What an artifact of somebody else may hold: every command that reads a run folder either does its work with figures in
// their ranges, or refuses the folder.

const FILES = ['run.json', 'results.jsonl', 'summary.json'] as const;
const MUTATIONS = 1000;

let folder: string;
let whole: string;
let description: RunDescription;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-fuzzed-'));
  whole = join(folder, 'whole');
  const steady = extractorOf('steady', () => ({
    status: 'extracted',
    extraction: { text: 'a b x' },
    ms: 2,
  }));
  const result = await runExtractors({
    assayVersion: '0.0.0',
    plans: planPages([{ corpus: corpusOf(8), source: 'toy' }], {}),
    extractors: [mixed, steady],
    policy: POLICIES.article,
    metrics: selectMetrics(undefined),
    options: { workers: 1, timeoutMs: 1000, memoryMb: 2048, shard: { index: 1, count: 1 } },
    out: whole,
  });
  description = result.description;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the commands do with a run folder, one after the other. */
async function useAll(copy: string): Promise<void> {
  const record = await readRun(copy);
  differencesBetween(record.description, description);
  refuseUnfinished(record);
  for (const { pairs, extractors } of fieldsOf(record)) {
    for (const { value } of extractors) expectShare(value);
    for (const { difference } of pairs) expect(Math.abs(difference)).toBeLessThanOrEqual(1);
  }
  for (const { name, gold } of record.description.corpora) {
    for (const { gain } of explainLines(record.journal, gold).classes) expectShare(Math.abs(gain));
    for (const each of record.description.extractors) await findLine(copy, [name], each.name, 's0/p0');
  }
  for (const line of record.journal) await readExtraction(copy, line);
  const summary = await readSummary(record);
  await report({ ...record, summary });
  const merged = await mergeRuns([copy], `${copy}-merged`);
  await report(merged);
  const policy = POLICIES.article;
  const metrics = metricsOfRun(record.description);
  await report(await rescore({ record, corpora: [corpusOf(8)], policy, metrics, out: `${copy}-scored` }));
}

function expectShare(value: number): void {
  expect(value).toBeGreaterThanOrEqual(0);
  expect(value).toBeLessThanOrEqual(1);
}

async function report(result: Parameters<typeof finishedRun>[0]): Promise<void> {
  expect(checkShape(summaryFormat, result.summary)).toMatchObject({ isValid: true });
  const run = finishedRun(result, POLICIES.article, () => Promise.resolve(undefined));
  for (const text of [markdownReport(run), terminalReport(run, pc), pagesCsv(run)]) {
    expect(text).not.toMatch(/NaN|Infinity|undefined/u);
  }
  await writeReport(run, join(result.folder, 'fuzzed.html'));
}

test('a thousand changed run folders give figures in their ranges, or are refused', async () => {
  const sources = new Map<string, string>();
  for (const file of FILES) sources.set(file, await readFile(join(whole, file), 'utf8'));
  const seen = { done: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...FILES), mutatedText(), async (file, mutate) => {
      const copy = await mkdtemp(join(folder, 'copy-'));
      await cp(whole, copy, { recursive: true });
      await writeFile(join(copy, file), mutate(sources.get(file)!));
      const thrown: unknown = await useAll(copy).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (thrown !== undefined && !(thrown instanceof AssayError)) throw thrown;
      seen[thrown === undefined ? 'done' : 'refused']++;
      for (const each of [copy, `${copy}-merged`, `${copy}-scored`])
        await rm(each, { recursive: true, force: true });
    }),
    { numRuns: MUTATIONS, seed: 18 },
  );
  expect(seen.done).toBeGreaterThan(MUTATIONS / 20);
  expect(seen.refused).toBeGreaterThan(MUTATIONS / 10);
});
