import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { TouchedFiles } from '../process/touched-files.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { POLICIES } from '../model/policy.ts';
import { METRICS } from '../score/metrics/register.ts';
import { corpusOf, extractorOf, mixed } from '../run/fixtures/toy-run.ts';
import { planPages } from '../run/plan.ts';
import { toJson } from '../util/json.ts';
import { checkShape } from '../util/shape.ts';
import { runExtractors } from '../run/run-extractors.ts';
import { jsonSchemaOf, runSchemas } from './formats.ts';
import { journalLine, recordedExtraction } from './journal-line.ts';
import { mutated, otherValue } from './fixtures/mutated.ts';
import { quickCheck } from './quick-check.ts';
import { runDescription } from './run-description.ts';
import { summary } from './summary-file.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, formats: { 'date-time': true } });
const validators = new Map(runSchemas().map(({ name, schema }) => [name, ajv.compile(schema)]));

/** What the schema has against a value; nothing if it is as it should be. */
function faultsOf(name: string, value: unknown): unknown {
  const validate = validators.get(`${name}.schema.json`)!;
  return validate(value) ? [] : validate.errors;
}

const folder = temporaryFolder();
/** What a run left, with failed, skipped, repeated and ranked pages, a policy of its own, and everything optional. */
const left: { name: string; value: unknown }[] = [];
beforeAll(async () => {
  const files = new TouchedFiles(Date.now());
  files.add({ loaded: [import.meta.filename], looked: [] });
  const toy = extractorOf('toy', ({ id }) => ({
    status: 'extracted',
    extraction: { html: '<p>a b c', title: id, authors: ['Kim Lee'] },
    ms: 1.5,
    memoryMb: 60,
  }));
  const loading = {
    ...toy,
    options: { fast: true },
    open: async (options: Parameters<typeof toy.open>[0]) => ({ ...(await toy.open(options)), files }),
  };
  const sites = corpusOf(30);
  const many = { ...sites, pages: sites.pages.map((page, index) => ({ ...page, site: `s${index}` })) };
  const wanted = { pages: 's*', kinds: ['news', 'blog'], languages: ['en'], limit: 29 };
  for (const [out, repeat] of [
    ['once', undefined],
    ['twice', 2],
  ] as const) {
    await runExtractors({
      assayVersion: '0.1.0',
      plans: planPages([{ corpus: { ...many, version: '2' }, source: 'toy' }], wanted),
      extractors: [loading, mixed, extractorOf('nothing', () => ({ status: 'extracted', extraction: { text: '' } }))],
      policy: { ...POLICIES.article, name: 'own', required: ['p'] },
      metrics: METRICS,
      options: { ...wanted, workers: 2, timeoutMs: 1000, memoryMb: 2048, shard: { index: 1, count: 1 }, ...(repeat && { repeat }) },
      out: join(folder, out),
    }); // prettier-ignore
    const text = (name: string): Promise<string> => readFile(join(folder, out, name), 'utf8');
    for (const name of ['run', 'summary', 'loaded']) {
      left.push({ name, value: JSON.parse(await text(`${name}.json`)) });
    }
    for (const line of (await text('results.jsonl')).trim().split('\n')) {
      left.push({ name: 'results-line', value: JSON.parse(line) });
    }
    const lines = gunzipSync(await readFile(join(folder, out, 'extractions.jsonl.gz'))).toString();
    for (const line of lines.trim().split('\n')) {
      left.push({ name: 'extractions-line', value: JSON.parse(line) });
    }
  }
});

test('everything that a run leaves is as its schema says', () => {
  expect(left.length).toBeGreaterThan(200);
  for (const { name, value } of left) expect(faultsOf(name, value), name).toEqual([]);
});

test('the quick check of a line says what zod says', () => {
  const formats = { 'results-line': journalLine, 'extractions-line': recordedExtraction };
  for (const [name, format] of Object.entries(formats)) {
    const check = quickCheck(jsonSchemaOf(format));
    const values = left.filter((each) => each.name === name).map(({ value }) => value);
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...values),
        fc.array(fc.nat(99), { maxLength: 7 }),
        otherValue,
        (value, picks, other) => {
          const changed = mutated(value, picks, other);
          const { isValid } = checkShape<unknown>(format, changed);
          expect(check(changed), JSON.stringify(changed)).toBe(isValid);
          seen[isValid ? 'valid' : 'invalid']++;
        },
      ),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(50);
  }
});

test('what the quick check of a file says yes to has no fault but names that come twice and a part that is none', () => {
  const twice =
    /^(?:corpora|extractors|options\.shard): .*; expected (?:each name once|an index of at most count)$/u;
  for (const [name, format] of Object.entries({ run: runDescription, summary })) {
    const check = quickCheck(jsonSchemaOf(format));
    const values = left.filter((each) => each.name === name).map(({ value }) => value);
    expect(values.map((value) => check(value))).toEqual(values.map(() => true));
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...values),
        fc.array(fc.nat(99), { maxLength: 7 }),
        otherValue,
        (value, picks, other) => {
          const changed = mutated(value, picks, other);
          const isShaped = check(changed);
          seen[isShaped ? 'yes' : 'no']++;
          const result = checkShape<unknown>(format, changed);
          if (!isShaped || result.isValid) return;
          const faults = result.faults.map(
            ({ path, found, expected }) => `${path.join('.')}: found ${found}; expected ${expected}`,
          );
          expect(
            faults.filter((fault) => !twice.test(fault)),
            JSON.stringify(changed),
          ).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(50);
  }
});

test.each([
  ['a time without a zone', { started: '2026-01-31T12:00:00' }],
  ['a day that no month has', { started: '2026-02-30T12:00:00.000Z' }],
  ['a digest in capitals', { extractors: [{ fingerprint: 'A'.repeat(64) }] }],
])('the quick check of run.json says no to %s', (_what, change) => {
  const value = left.find(({ name }) => name === 'run')!.value as { extractors: object[] };
  const extractors =
    'extractors' in change ? [{ ...value.extractors[0], ...change.extractors[0] }] : value.extractors;
  expect(quickCheck(jsonSchemaOf(runDescription))({ ...value, ...change, extractors })).toBe(false);
});

describe('a schema refuses', () => {
  const change: [string, string, (value: Record<string, unknown>) => object][] = [
    ['run', 'another version', (value) => ({ ...value, schema: 'assay/run@2' })],
    ['run', 'an unknown key', (value) => ({ ...value, more: 1 })],
    ['run', 'a missing key', ({ machine: _machine, ...value }) => value],
    ['summary', 'a figure over 1', (value) => ({ ...value, extractors: [{ metrics: { tokens: { f1: { value: 2, n: 1 } } } }] })],
    ['results-line', 'a status of its own', (value) => ({ ...value, status: 'lost' })],
    ['results-line', 'a failure without its kind', (value) => ({ ...value, status: 'failed', message: 'x' })],
    ['extractions-line', 'an extraction of nothing', (value) => ({ ...value, extraction: { title: 'x' } })],
    ['loaded', 'a number for a digest', (value) => ({ ...value, extractors: { toy: { file: 1 } } })],
  ]; // prettier-ignore
  test.each(change)('%s: %s', (name, _what, changed) => {
    const { value } = left.find((each) => each.name === name)!;
    expect(faultsOf(name, changed(value as Record<string, unknown>))).not.toEqual([]);
  });
});

test.each(runSchemas())(
  'the file $name is current; if not, run "npm run schema"',
  async ({ name, schema }) => {
    const file = new URL(`../../reports/schemas/${name}`, import.meta.url);
    expect(await readFile(file, 'utf8')).toBe(toJson(schema));
  },
);
