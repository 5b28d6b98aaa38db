import { copyFile, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICIES } from '../model/policy.ts';
import type { JournalLine, RecordedExtraction } from '../store/journal-line.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { corpusOf, extractorOf, mixed, withoutOffset } from './fixtures/toy-run.ts';
import { mergeRuns } from './merge.ts';
import { planPages, shardOf } from './plan.ts';
import { readExtraction, readExtractions } from '../store/extractions.ts';
import { readRun } from '../store/read-run.ts';
import { RunStopped } from './run-stopped.ts';
import { runExtractors } from './run-extractors.ts';
import type { RunRequest } from './run-extractors.ts';

const steady = extractorOf('steady', ({ id }) => ({
  status: 'extracted',
  extraction: { text: `a b ${id}` },
  ms: 1,
}));
const corpora = [corpusOf(7), corpusOf(4, 'other')].map((corpus) => ({ corpus, source: corpus.name }));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-resume-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function request(over: Partial<RunRequest> = {}): RunRequest {
  return {
    assayVersion: '0.0.0',
    plans: planPages(corpora, {}),
    extractors: [mixed, steady],
    policy: POLICIES.article,
    metrics: selectMetrics(undefined),
    options: { workers: 2, timeoutMs: 1000, memoryMb: 2048 },
    ...over,
  };
}

/** What must be the same however a run came to its end. */
async function resultOf(
  path: string,
): Promise<{ summary: unknown; journal: string[]; extractions: string[] }> {
  const summary = JSON.parse(await readFile(join(path, 'summary.json'), 'utf8'), (key, value: unknown) =>
    ['time', 'memory', 'machine'].includes(key) ? undefined : value,
  ) as unknown;
  const extractions: RecordedExtraction[] = [];
  for await (const each of readExtractions(path)) extractions.push(each);
  const { journal: all } = await readRun(path);
  const byPlace: unknown[] = [];
  for (const line of all) {
    const { corpus, extractor, page } = line;
    const extraction = await readExtraction(path, line);
    if (extraction !== undefined) byPlace.push({ corpus, extractor, page, extraction });
  }
  const lines = (of: readonly unknown[]): string[] => of.map((each) => JSON.stringify(each)).toSorted();
  expect(lines(byPlace)).toEqual(lines(extractions));
  return { summary, journal: lines(all.map(withoutOffset)), extractions: lines(extractions) };
}

describe('a run that was stopped', () => {
  test('ends as if it had not been, wherever its files were cut off', async () => {
    const whole = join(folder, 'whole');
    await runExtractors(request({ out: whole }));
    const expected = await resultOf(whole);
    const length = async (name: string): Promise<number> => (await readFile(join(whole, name))).length;
    const [results, extractions] = [await length('results.jsonl'), await length('extractions.jsonl.gz')];
    await fc.assert(
      fc.asyncProperty(fc.nat(results), fc.nat(extractions), async (resultsLeft, extractionsLeft) => {
        const cut = await mkdtemp(join(folder, 'cut-'));
        for (const name of ['run.json', 'results.jsonl', 'extractions.jsonl.gz']) {
          await copyFile(join(whole, name), join(cut, name));
        }
        await truncate(join(cut, 'results.jsonl'), resultsLeft);
        await truncate(join(cut, 'extractions.jsonl.gz'), extractionsLeft);
        await runExtractors(request({ resume: cut }));
        expect(await resultOf(cut)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('goes on where there is only its description', async () => {
    await mkdir(join(folder, 'begun'));
    await copyFile(join(folder, 'whole', 'run.json'), join(folder, 'begun', 'run.json'));
    await runExtractors(request({ resume: join(folder, 'begun') }));
    expect(await resultOf(join(folder, 'begun'))).toEqual(await resultOf(join(folder, 'whole')));
  });

  test('keeps what is done when its signal is aborted', async () => {
    const controller = new AbortController();
    const out = join(folder, 'aborted');
    const seen: JournalLine[] = [];
    const stopped = runExtractors(
      request({
        out,
        signal: controller.signal,
        onPage(line) {
          seen.push(line);
          if (seen.length === 5) controller.abort();
        },
      }),
    );
    await expect(stopped).rejects.toThrow(RunStopped);
    expect((await readRun(out)).journal).toEqual(seen);
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(seen.length).toBeLessThan(22);
    let again = 0;
    await runExtractors(request({ resume: out, onPage: () => again++ }));
    expect(again).toBe(22 - seen.length);
    expect(await resultOf(out)).toEqual(await resultOf(join(folder, 'whole')));
  });

  test.each<[string, Partial<RunRequest>, string]>([
    ['another extractor', { extractors: [mixed, { ...steady, fingerprint: 'ef'.repeat(32) }] }, 'the extractor steady has changed (fingerprint cdcdcdcdcdcd → efefefefefef)'],
    ['an extractor less', { extractors: [mixed] }, 'the extractor steady is missing'],
    ['another corpus', { plans: planPages([{ ...corpora[0]!, corpus: { ...corpora[0]!.corpus, digest: 'ff'.repeat(32) } }, corpora[1]!], {}) }, 'the corpus toy has changed (digest abababababab → ffffffffffff)'],
    ['other pages', { plans: planPages(corpora, { limit: 3 }), options: { workers: 2, timeoutMs: 1000, memoryMb: 2048, limit: 3 } }, 'run:\n  the number of pages taken from toy differs (7 → 3)\n  the number of pages taken from other differs (4 → 3)\n  the option limit differs (not given → 3)'],
    ['another policy', { policy: POLICIES.prose }, 'the policy differs (article → prose)'],
    ['other metrics', { metrics: selectMetrics(['words']) }, 'the list of metrics differs'],
    ['another version', { assayVersion: '0.0.1' }, 'Assay differs (0.0.0 → 0.0.1)'],
  ])('is not resumed as a run of %s', async (_name, over, message) => {
    await expect(runExtractors(request({ ...over, resume: join(folder, 'whole') }))).rejects.toThrow(message);
    expect(await resultOf(join(folder, 'whole'))).toEqual(await resultOf(join(folder, 'begun')));
  }); // prettier-ignore

  test('says where there is none', async () => {
    const resume = join(folder, 'nowhere');
    await expect(runExtractors(request({ resume }))).rejects.toThrow(
      /there is no run in .*nowhere: no run\.json; name the folder/u,
    );
    await mkdir(resume);
    await writeFile(join(resume, 'run.json'), '{"schema": "assay/run@9"}');
    await expect(runExtractors(request({ resume }))).rejects.toThrow(
      'expected the schema assay/run@1, found "assay/run@9"',
    );
  });
});

describe('shards', () => {
  const shards = async (name: string, indices: readonly number[], count: number): Promise<string[]> => {
    const folders: string[] = [];
    for (const index of indices) {
      const out = join(folder, `${name}-${index}`);
      const shard = { index, count };
      const options = { workers: 1, timeoutMs: 1000, memoryMb: 2048, shard };
      await runExtractors(request({ out, options, plans: shardOf(planPages(corpora, {}), shard) }));
      folders.push(out);
    }
    return folders;
  };

  test('merged are the whole run', async () => {
    const folders = await shards('part', [1, 2, 3, 4], 4);
    const merged = join(folder, 'merged');
    await mergeRuns(folders.toReversed(), merged);
    expect(await resultOf(merged)).toEqual(await resultOf(join(folder, 'whole')));
    expect((await readRun(merged)).description.options).toEqual({
      workers: 1,
      timeoutMs: 1000,
      memoryMb: 2048,
    });
    expect((await readRun(merged)).description.corpora.map(({ selected }) => selected)).toEqual([7, 4]);
  });

  test('deal every page to one shard, evenly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), (count) => {
        const plans = planPages(corpora, {});
        const parts = Array.from({ length: count }, (_, index) =>
          shardOf(plans, { index: index + 1, count }),
        );
        const ids = parts.map((part) =>
          part.flatMap((plan) => plan.pages.map(({ id }) => `${plan.corpus.name} ${id}`)),
        );
        const all = plans.flatMap((plan) => plan.pages.map(({ id }) => `${plan.corpus.name} ${id}`));
        expect(ids.flat().toSorted()).toEqual(all.toSorted());
        const sizes = ids.map((each) => each.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('are not merged where one is missing, is there twice, is not finished or is of another run', async () => {
    const [first, second] = await shards('half', [1, 2], 2);
    const out = join(folder, 'none');
    await expect(mergeRuns([first!], out)).rejects.toThrow('not every shard is there once: 2/2 is missing');
    await expect(mergeRuns([first!, first!], out)).rejects.toThrow('2/2 is missing, 1/2 is there twice');
    await expect(mergeRuns([first!, join(folder, 'whole')], out)).rejects.toThrow(
      /^expected the shards of one run, made with --shard 1\/N to N\/N; found .*half-1: shard 1\/2, .*whole: no shard$/,
    );
    await rm(join(second!, 'summary.json'));
    await expect(mergeRuns([first!, second!], out)).rejects.toThrow(
      /half-2 is not finished \(10 of 10 pages are done\); go on with: assay run --resume/u,
    );
    const other = join(folder, 'other-policy');
    const shard = { index: 2, count: 2 };
    await runExtractors(
      request({
        out: other,
        policy: POLICIES.prose,
        options: { workers: 1, timeoutMs: 1000, memoryMb: 2048, shard },
        plans: shardOf(planPages(corpora, {}), shard),
      }),
    );
    await expect(mergeRuns([first!, other], out)).rejects.toThrow('the policy differs (article → prose)');
  });
});

describe('repetitions', () => {
  test('name the pages whose output differs', async () => {
    let calls = 0;
    const moody = extractorOf('moody', ({ id }) => {
      const text = id.endsWith('2') ? `a ${calls++}` : 'a b c d';
      return { status: 'extracted', extraction: { text }, ms: id.endsWith('2') ? calls : 5 };
    });
    const options = { workers: 1, timeoutMs: 1000, memoryMb: 2048, repeat: 3 };
    const plans = planPages([corpora[1]!], {});
    const { summary, journal } = await runExtractors(
      request({ out: join(folder, 'moody'), extractors: [moody], options, plans }),
    );
    expect(summary.extractors[0]!.repeats).toEqual({ runs: 3, differing: ['s2/p2'] });
    expect(journal.find(({ page }) => page === 's2/p2')).toMatchObject({
      repeats: { runs: 3, outcomes: 3 },
      ms: 2,
    });
    expect(journal.find(({ page }) => page === 's0/p0')).toMatchObject({
      repeats: { runs: 3, outcomes: 1 },
      ms: 5,
    });
  });

  test('of output that differs the median by score counts in the journal, the extractions and the summary', async () => {
    // F1 against "a b c d": 1, 2 · 1 · 0.25 / 1.25 = 0.4, 2 · 1 · 0.5 / 1.5 = 2/3.
    const texts = ['a b c d', 'a', 'a b'];
    const calls = new Map<string, number>();
    const moody = extractorOf('moody', ({ id }) => {
      const call = calls.get(id) ?? 0;
      calls.set(id, call + 1);
      return { status: 'extracted', extraction: { text: texts[call]! } };
    });
    const options = { workers: 2, timeoutMs: 1000, memoryMb: 2048, repeat: 3 };
    const out = join(folder, 'median');
    const plans = planPages([corpora[1]!], {});
    const { summary, journal } = await runExtractors(request({ out, extractors: [moody], options, plans }));
    for (const line of journal) {
      expect(line).toMatchObject({ metrics: { tokens: { figures: { f1: 2 / 3 } } } });
    }
    expect(summary.extractors[0]!.metrics['tokens']!['f1']).toMatchObject({
      value: expect.closeTo(2 / 3, 12) as number,
    });
    const kept: unknown[] = [];
    for await (const { extraction } of readExtractions(out)) kept.push(extraction.text);
    expect(kept).toEqual(journal.map(() => 'a b'));
  });
});
