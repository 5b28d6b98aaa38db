import { copyFile, cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareField } from '../analyse/compare-field.ts';
import { scoreRun } from '../library/score-run.ts';
import { POLICIES } from '../model/policy.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { corpusOf, extractorOf, mixed } from '../run/fixtures/toy-run.ts';
import { mergeRuns } from '../run/merge.ts';
import { planPages, shardOf } from '../run/plan.ts';
import { rescore } from '../run/rescore.ts';
import { AssayError } from '../util/error.ts';
import { readExtraction } from './extractions.ts';
import { mutated, otherValue } from './fixtures/mutated.ts';
import { readRun, readSummary, refuseUnfinished } from './read-run.ts';
import { runExtractors } from '../run/run-extractors.ts';
import type { RunRequest } from '../run/run-extractors.ts';

// What a disk, a copy or a hand did to the files of a finished run: no figure comes out of it that is not of all pages.

const steady = extractorOf('steady', () => ({ status: 'extracted', extraction: { text: 'a b' } }));

let folder: string;
let parts: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-damaged-'));
  parts = await Promise.all([1, 2].map(runPart));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function request(index: number): RunRequest {
  const shard = { index, count: 2 };
  return {
    assayVersion: '0.0.0',
    plans: shardOf(planPages([{ corpus: corpusOf(8), source: 'toy' }], {}), shard),
    extractors: [steady],
    policy: POLICIES.article,
    metrics: selectMetrics(['exact']),
    options: { workers: 1, timeoutMs: 1000, memoryMb: 2048, shard },
  };
}

async function runPart(index: number): Promise<string> {
  const out = join(folder, `part-${index}`);
  await runExtractors({ ...request(index), out });
  return out;
}

/** A copy of the second part, to be damaged. */
async function copyOfPart(name: string): Promise<string> {
  await cp(parts[1]!, join(folder, name), { recursive: true });
  return join(folder, name);
}

async function journalOf(part: string): Promise<string[]> {
  return (await readFile(join(part, 'results.jsonl'), 'utf8')).trimEnd().split('\n');
}

describe('a finished run', () => {
  test('with a line that is no JSON is not finished, and whole again when it is resumed', async () => {
    const part = await copyOfPart('garbage');
    const [first, , ...rest] = await journalOf(part);
    await writeFile(join(part, 'results.jsonl'), [first, 'no line of ours', ...rest, ''].join('\n'));
    await expect(mergeRuns([parts[0]!, part], join(folder, 'none'))).rejects.toThrow(
      /garbage is not finished \(3 of 4 pages are done\); go on with: assay run --resume/u,
    );
    await runExtractors({ ...request(2), resume: part });
    const { summary } = await mergeRuns([parts[0]!, part], join(folder, 'mended'));
    expect(summary.extractors[0]!.pages).toEqual({ scored: 8, failed: 0, skipped: 0 });
  });

  test('counts a page once that stands in the journal twice', async () => {
    const part = await copyOfPart('twice');
    const lines = await journalOf(part);
    await writeFile(join(part, 'results.jsonl'), [...lines, lines[1], ''].join('\n'));
    expect((await readRun(part)).journal).toHaveLength(4);
    const { summary, journal } = await mergeRuns([parts[0]!, part], join(folder, 'once'));
    expect(summary.extractors[0]!.pages).toEqual({ scored: 8, failed: 0, skipped: 0 });
    expect(journal).toHaveLength(8);
  });

  test('is neither merged nor scored again where extractions are gone', async () => {
    const part = await copyOfPart('cut');
    await truncate(join(part, 'extractions.jsonl.gz'), 0);
    const lacks =
      /cut\/extractions\.jsonl\.gz lacks what was returned for 4 pages, s\d\/p\d by steady first; .* --resume .*cut$/u;
    await expect(mergeRuns([parts[0]!, part], join(folder, 'none'))).rejects.toThrow(lacks);
    await expect(scoreRun(part)).rejects.toThrow(lacks);
  });

  test.each([
    ['bytes of something else', async (file: string) => damage(file)],
    ['a folder', async (file: string) => rm(file).then(() => mkdir(file))],
  ])('says which file is damaged where there is %s', async (what, change) => {
    const part = await copyOfPart(what.replaceAll(' ', '-'));
    await change(join(part, 'extractions.jsonl.gz'));
    const damaged = /extractions\.jsonl\.gz is damaged \(\w+\); remove the file, and assay run --resume/u;
    await expect(mergeRuns([parts[0]!, part], join(folder, 'none'))).rejects.toThrow(damaged);
    await expect(runExtractors({ ...request(2), resume: part })).rejects.toThrow(damaged);
    await rm(join(part, 'extractions.jsonl.gz'), { recursive: true });
    await runExtractors({ ...request(2), resume: part });
    const { journal } = await mergeRuns([parts[0]!, part], join(folder, `mended-${what.length}`));
    expect(journal).toHaveLength(8);
  });

  test('is not resumed beside a damaged account of loaded files', async () => {
    const part = await copyOfPart('no-account');
    await copyFile(join(part, 'extractions.jsonl.gz'), join(part, 'loaded.json'));
    await expect(runExtractors({ ...request(2), resume: part })).rejects.toThrow(
      /loaded\.json is damaged \(no JSON of at most 100 levels\); remove it to go on/u,
    );
  });
});

/** Overwrites bytes behind the head of a compressed file. */
async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0xff, 12, 40);
  await writeFile(file, bytes);
}

describe('a file with another value somewhere', () => {
  test.each(['run.json', 'results.jsonl', 'summary.json'])('is read or refused, never more: %s', async (file) => {
    // With pages that failed and were skipped, whose lines have nothing beside them.
    const whole = join(folder, `whole-${file}`);
    const extractors = [mixed, steady];
    await runExtractors({ ...request(1), plans: planPages([{ corpus: corpusOf(10), source: 'toy' }], {}), extractors, options: { workers: 1, timeoutMs: 1000, memoryMb: 2048, shard: { index: 1, count: 1 } }, out: whole });
    const source = await readFile(join(whole, file), 'utf8');
    const lines = file === 'results.jsonl' ? source.trimEnd().split('\n') : [source];
    const seen = { done: 0, refused: 0 };
    const work = async (copy: string): Promise<void> => {
      const record = await readRun(copy);
      await readSummary(record);
      refuseUnfinished(record);
      compareField(record);
      for (const line of record.journal) await readExtraction(copy, line);
      await mergeRuns([copy], `${copy}-merged`);
      await rescore({ record, corpora: [corpusOf(10)], policy: POLICIES.article, metrics: selectMetrics(['exact']), out: `${copy}-scored` });
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 1), fc.array(fc.nat(99), { maxLength: 6 }), otherValue, async (index, picks, other) => {
        const copy = await mkdtemp(join(folder, 'mutated-'));
        await cp(whole, copy, { recursive: true });
        const changed = JSON.stringify(mutated(JSON.parse(lines[index]!), picks, other)) ?? '';
        await writeFile(join(copy, file), lines.with(index, changed).join('\n'));
        const thrown: unknown = await work(copy).then(() => undefined, (error: unknown) => error);
        if (thrown !== undefined) expect(thrown).toBeInstanceOf(AssayError);
        seen[thrown === undefined ? 'done' : 'refused']++;
      }),
      { numRuns: 60 },
    );
    expect(seen.refused).toBeGreaterThan(10);
  }); // prettier-ignore
});
