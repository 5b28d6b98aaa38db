import { expect, test } from 'vitest';
import { decode } from '../../document/decode.ts';
import type { Extraction, Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import type { Extractor } from '../extractor.ts';
import { checkConformance } from './check-conformance.ts';

const LIMITS = { timeoutMs: 1000, memoryMb: 100 };

/** An extractor in this process, of web pages alone. */
function extractorOf(extract: (page: Page, html: string, count: number) => Extraction | Outcome): Extractor {
  let count = 0;
  return {
    name: 'tested',
    version: '1',
    accepts: ['html'],
    baseline: false,
    driver: 'module',
    source: './tested.ts',
    fingerprint: 'ab',
    network: 'not used',
    open: () =>
      Promise.resolve({
        extract: (page): Promise<Outcome> => {
          if (page.media === 'text') return Promise.resolve({ status: 'skipped', reason: 'text' });
          const answer = extract(page, decode(page.bytes, page.contentType).text, count++);
          return Promise.resolve('status' in answer ? answer : { status: 'extracted', extraction: answer });
        },
        close: () => Promise.resolve(),
      }),
  };
}

function failed(message: string): Outcome {
  return { status: 'failed', failure: 'bad-output', message };
}

const CASES = ['charset', 'empty', 'huge', 'surrogate-pair', 'crash', 'repeat', 'media', 'unknown-field'];

test('an extractor that gives every page back passes every case', async () => {
  const results = await checkConformance(
    extractorOf((_, html) => ({ html })),
    LIMITS,
  );
  expect(results.map(({ name, verdict }) => [name, verdict])).toEqual(CASES.map((name) => [name, 'holds']));
});

test.each<[string, string, (page: Page, html: string, count: number) => Extraction | Outcome]>([
  ['takes every page for UTF-8', 'charset', ({ bytes }) => ({ html: Buffer.from(bytes).toString() })],
  ['fails where there is nothing', 'empty', ({ bytes }, html) => (bytes.length === 0 ? failed('no body') : { html })],
  ['fails on long pages', 'huge', (_, html) => (html.length > 3e6 ? failed('too long') : { html })],
  ['cuts pairs apart', 'surrogate-pair', (_, html) => ({ html: html.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD') })],
  ['fails on nested pages', 'crash', (_, html) => (html.includes('<div><div>') ? failed('too deep') : { html })],
  ['counts its pages', 'repeat', (_, html, count) => ({ html, title: String(count) })],
  ['has a field of its own', 'unknown-field', () => failed('returned an object with the unknown field "summary"')],
  ['has a field of another type', 'unknown-field', () => failed('returned text: a number (1); expected a text')],
])('one that %s fails that case alone', async (_, name, extract) => {
  const results = await checkConformance(extractorOf(extract), LIMITS);
  expect(results.filter(({ verdict }) => verdict === 'fails').map((result) => result.name)).toEqual([name]);
}); // prettier-ignore

test('what does not hold is told page by page', async () => {
  const results = await checkConformance(
    extractorOf(() => ({ text: '' })),
    LIMITS,
  );
  const [charset] = results;
  expect(charset?.problems.map(({ page }) => page.id)).toEqual([
    'conformance/utf-8',
    'conformance/windows-1252',
    'conformance/shift-jis',
  ]);
  expect(charset?.problems[0]?.message).toMatch(/^"Grüße .*" did not come out; nothing did$/);
});

test('a failing case shows what came out in the place of what was wanted', async () => {
  const [charset] = await checkConformance(
    extractorOf(({ bytes }) => ({ html: Buffer.from(bytes).toString('latin1') })),
    LIMITS,
  );
  expect(charset?.problems[0]).toMatchObject({
    page: { id: 'conformance/utf-8' },
    message: expect.stringMatching(/did not come out$/),
    cameOut: expect.stringMatching(/^GrÃ¼Ã.?e aus KÃ¶ln: Ã¼ber 40 GÃ¤ste saÃ.?en am Abend/),
  });
});

test('of two extractions that differ, where they begin to is shown', async () => {
  const results = await checkConformance(
    extractorOf((_, html, count) => ({ text: html.includes('1871') ? `The bridge of ${count}` : html })),
    LIMITS,
  );
  const repeat = results.find(({ name }) => name === 'repeat');
  expect(repeat).toMatchObject({
    verdict: 'fails',
    problems: [
      {
        message: 'the two extractions differ',
        cameOut: '{"text":"The bridge of 10"} and then {"text":"The bridge of 11"}',
      },
    ],
  });
});

test('where every page fails, what needs an answer is not judged', async () => {
  const results = await checkConformance(
    extractorOf(() => ({
      status: 'failed',
      failure: 'threw',
      message: 'Error: no',
      stack: 'at extract (a.ts:1:2)',
    })),
    LIMITS,
  );
  expect(results.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    'charset fails',
    'empty fails',
    'huge fails',
    'surrogate-pair fails',
    'crash fails',
    'repeat open',
    'media holds',
    'unknown-field open',
  ]);
  expect(results[5]?.problems).toMatchObject([
    { message: 'both times threw: Error: no', stack: 'at extract (a.ts:1:2)' },
  ]);
  expect(results[7]?.problems).toMatchObject([{ message: 'no page was answered' }]);
});

test('where every answer has an unknown field, the other cases are not judged', async () => {
  const results = await checkConformance(
    extractorOf(() => failed('returned an object with the unknown field "summary"')),
    LIMITS,
  );
  expect(results.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    ...CASES.slice(0, 6).map((name) => `${name} open`),
    'media holds',
    'unknown-field fails',
  ]);
  expect(results[0]?.problems[0]?.message).toBe('failed as unknown-field says');
});
