import { expect, test } from 'vitest';
import { METRICS } from '../score/metrics/register.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { pagesCsv } from './csv.ts';

const key = { corpus: 'toy', extractor: 'a', site: 's.example' };
const metrics = METRICS.filter(({ name }) => name === 'exact');

test('a line for each page, sorted, with every figure; what is undefined is empty', () => {
  const journal: JournalLine[] = [
    { ...key, page: 's/2', status: 'skipped', reason: 'text' },
    { ...key, page: 's/1', status: 'extracted', ms: 1.5, memory: 60, slices: { kind: 'news', language: 'en' }, metrics: { exact: { counts: {}, figures: { accuracy: 1 } } } },
    { ...key, page: 's/3', status: 'failed', failure: 'timeout', message: 'no', explained: { verdict: 'nothing', surplus: {}, missing: {} }, metrics: { exact: { counts: {}, figures: { accuracy: { undefined: 'nothing-required' } } } } },
  ]; // prettier-ignore
  expect(pagesCsv({ journal, metrics })).toBe(
    [
      'corpus,extractor,page,site,kind,language,status,failure,verdict,ms,memory_mb,exact accuracy',
      'toy,a,s/1,s.example,news,en,extracted,,,1.5,60,1',
      'toy,a,s/2,s.example,,,skipped,,,,,',
      'toy,a,s/3,s.example,,,failed,timeout,nothing,,,',
      '',
    ].join('\r\n'),
  );
});

test('quotes, commas and line breaks are quoted, formulas are text', () => {
  const line: JournalLine = { ...key, extractor: '=1+1', page: 'a "b", c\nd', status: 'skipped', reason: '' };
  expect(pagesCsv({ journal: [line], metrics: [] })).toContain(`toy,'=1+1,"a ""b"", c\nd",s.example,`);
});

test.each([
  ['a;=1+1', '"a;=1+1"'],
  [' =1+1', "' =1+1"],
  ['\uFF1D1+1', "'\uFF1D1+1"],
  ['\u001b[2Ja\u202Eb', ' [2Ja b'],
])('the name %j is the cell %j', (extractor, cell) => {
  const line: JournalLine = { ...key, extractor, page: 'p', status: 'skipped', reason: '' };
  expect(pagesCsv({ journal: [line], metrics: [] })).toContain(`toy,${cell},p,s.example,`);
});
