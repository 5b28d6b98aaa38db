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
  expect(results.map(({ name, holds }) => [name, holds])).toEqual(CASES.map((name) => [name, true]));
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
  expect(results.filter(({ holds }) => !holds).map((result) => result.name)).toEqual([name]);
}); // prettier-ignore

test('what does not hold is told page by page', async () => {
  const results = await checkConformance(
    extractorOf(() => ({ text: '' })),
    LIMITS,
  );
  const [charset] = results;
  expect(charset?.problems).toHaveLength(3);
  expect(charset?.problems[0]).toMatch(/^conformance\/utf-8: "Grüße .*" did not come out; nothing did$/);
});
