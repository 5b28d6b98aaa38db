import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { POLICIES } from '../model/policy.ts';
import { corpusOf, mixed } from '../run/fixtures/toy-run.ts';
import { planPages } from '../run/plan.ts';
import { runExtractors } from '../run/run-extractors.ts';
import type { RunResult } from '../run/finish-run.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { readRun, readSummary } from './read-run.ts';

const folder = temporaryFolder();
let result: RunResult;
beforeAll(async () => {
  result = await runExtractors({
    assayVersion: '0.0.0',
    plans: planPages([{ corpus: corpusOf(10), source: 'toy' }], {}),
    extractors: [mixed],
    options: { workers: 1, timeoutMs: 1000, memoryMb: 2048 },
    policy: POLICIES.article,
    metrics: selectMetrics(['exact']),
    out: join(folder, 'whole'),
  });
});

test('a finished run is read as it was', async () => {
  const record = await readRun(result.folder);
  expect(record.isFinished).toBe(true);
  expect(record.journal).toEqual(result.journal);
  expect(record.description).toEqual(result.description);
  expect(await readSummary(record)).toEqual(result.summary);
});

let count = 0;

/** Changes a file of a copy of the run; what it holds is text. */
async function changed(file: string, change: (text: string) => string): Promise<string> {
  const copy = join(folder, `copy-${count++}`);
  await cp(result.folder, copy, { recursive: true });
  await writeFile(join(copy, file), change(await readFile(join(copy, file), 'utf8')));
  return copy;
}

/** Changes a JSON file. */
function json(change: (value: Record<string, unknown>) => object): (text: string) => string {
  return (text) => JSON.stringify(change(JSON.parse(text) as Record<string, unknown>));
}

/** Changes the second line of a journal. */
function line(change: (value: Record<string, unknown>) => object): (text: string) => string {
  return (text) => {
    const lines = text.split('\n');
    return lines.with(1, json(change)(lines[1]!)).join('\n');
  };
}

test('the mean number of tokens on pages to reject may be over 1, unlike the shares', async () => {
  const metrics = { tokens: { 'reject-surplus': { value: 14.5, n: 2 }, f1: { value: 1, n: 2 } } };
  const copy = await changed(
    'summary.json',
    json((summary) => ({ ...summary, extractors: [{ ...result.summary.extractors[0], metrics }] })),
  );
  const read = await readSummary({ folder: copy, description: result.description });
  expect(read.extractors[0]!.metrics).toEqual(metrics);
});

const FIX_RUN = 'take a copy of the folder that is whole, or make the run again';
const FIX_LINE = 'remove the line, and assay run --resume FOLDER runs its page again';
const FIX_SUMMARY = 'remove it, and assay run --resume FOLDER writes it again';

describe('a run folder is refused, with place and remedy, where', () => {
  test.each<[string, string, (text: string) => string, string]>([
    ['run.json is no JSON', 'run.json', () => '{', `run.json is damaged (no JSON of at most 100 levels); ${FIX_RUN}`],
    ['run.json is of another schema', 'run.json', json((run) => ({ ...run, schema: 'assay/run@9' })), `run.json is not for this version of Assay: expected the schema assay/run@1, found "assay/run@9"; ${FIX_RUN}`],
    ['run.json lacks a member', 'run.json', json(({ machine: _machine, ...run }) => run), `run.json: machine: found nothing; expected a map; ${FIX_RUN}`],
    ['run.json has a wrong type and a wrong word', 'run.json', json((run) => ({ ...run, policy: 1, corpora: [{ name: 'toy', source: 'toy', digest: 'ab', gold: 'texts', pages: -1, selected: 10 }] })), `run.json has 4 faults; ${FIX_RUN}\n  policy: found a number (1); expected a text\n  corpora[0].digest: found the text "ab"; expected 64 hexadecimal digits, lower case\n  corpora[0].gold: found the text "texts"; expected one of text, segments; did you mean "text"?\n  corpora[0].pages: found a number (-1); expected a number of at least 0`],
    ['run.json has a time that would lead elsewhere', 'run.json', json((run) => ({ ...run, started: '../../2026' })), `run.json: started: found the text "../../2026"; expected a time such as 2026-01-31T12:00:00.000Z; ${FIX_RUN}`],
    ['a line has an unknown status', 'results.jsonl', line((each) => ({ ...each, status: 'lost' })), `results.jsonl:2: status: found the text "lost"; expected one of extracted, failed, skipped; ${FIX_LINE}`],
    ['a line lacks its site', 'results.jsonl', line(({ site: _site, ...each }) => each), `results.jsonl:2: site: found nothing; expected a text; ${FIX_LINE}`],
    ['a line has a figure over 1', 'results.jsonl', line((each) => ({ ...each, metrics: { exact: { counts: {}, figures: { accuracy: 2 } } } })), `results.jsonl:2: metrics.exact.figures.accuracy: found a number (2); expected a number of at most 1; ${FIX_LINE}`],
    ['a line has a figure that is neither', 'results.jsonl', line((each) => ({ ...each, metrics: { exact: { counts: {}, figures: { accuracy: 'x' } } } })), `results.jsonl:2: metrics.exact.figures.accuracy: found the text "x"; expected a number, or a map; ${FIX_LINE}`],
    ['a line has an unknown reason', 'results.jsonl', line((each) => ({ ...each, metrics: { exact: { counts: {}, figures: { accuracy: { undefined: 'no-page' } } } } })), `results.jsonl:2: metrics.exact.figures.accuracy.undefined: found the text "no-page"; expected one of nothing-required, something-required, nothing-extracted, no-pages; did you mean "no-pages"?; ${FIX_LINE}`],
    ['a line is of an extractor that was not run', 'results.jsonl', line((each) => ({ ...each, extractor: 'other' })), `results.jsonl:2: found the extractor "other"; expected one of run.json: mixed; ${FIX_LINE}`],
  ])('%s', async (_, file, change, message) => {
    const copy = await changed(file, change);
    const thrown: unknown = await readRun(copy).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: 'AssayError', code: 'bad-input' });
    expect((thrown as Error).message).toBe(`${copy}/${message.replace('FOLDER', copy)}`);
  }); // prettier-ignore

  test.each<[string, (text: string) => string, string]>([
    ['the summary is of another schema', () => '{"schema": "assay/summary@99"}', `summary.json is not for this version of Assay: expected the schema assay/summary@1, found "assay/summary@99"; ${FIX_SUMMARY}`],
    ['the summary has a member of a wrong type', json((summary) => ({ ...summary, neighbours: {} })), `summary.json: neighbours: found an object; expected a list; ${FIX_SUMMARY}`],
  ])('%s', async (_, change, message) => {
    const copy = await changed('summary.json', change);
    await expect(readSummary({ folder: copy, description: result.description })).rejects.toThrow(`${copy}/${message.replace('FOLDER', copy)}`);
  }); // prettier-ignore
});

test('members of later versions are accepted, and kept', async () => {
  const copy = await changed(
    'results.jsonl',
    line((each) => ({ ...each, explanation: { surplus: 1 } })),
  );
  const { journal } = await readRun(copy);
  expect(journal[1]).toMatchObject({ explanation: { surplus: 1 } });
});
