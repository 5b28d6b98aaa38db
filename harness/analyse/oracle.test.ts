import { expect, test } from 'vitest';
import type { Figure } from '../model/score.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { oracleLines } from './oracle.ts';

const metrics = selectMetrics(['order']);

/** A page on which an extractor had this F1 of `tokens` and this share of `order`; `undefined`: skipped. */
function line(extractor: string, page: string, f1: number | undefined, moved = 0): JournalLine {
  const key = { corpus: 'toy', extractor, page, site: 's' };
  if (f1 === undefined) return { ...key, status: 'skipped', reason: 'not mine' };
  const order = { counts: {}, figures: { moved } };
  return { ...key, status: 'extracted', metrics: { tokens: { counts: {}, figures: { f1 } }, order } };
}

test('for each page and metric the best of the systems', () => {
  const lines = oracleLines(
    [
      [line('a', 'p2', 0.9, 0.3), line('a', 'p1', 0.1, 0)],
      [line('b', 'p2', 0.2, 0.1), line('b', 'p1', 0.5, 0.2)],
      [line('c', 'p1', undefined), line('c', 'p2', 0.4, 0.2), line('c', 'p3', undefined)],
    ],
    metrics,
  );
  expect(lines.map((each) => [each.page, each.status])).toEqual([
    ['p1', 'extracted'],
    ['p2', 'extracted'],
    ['p3', 'skipped'],
  ]);
  const figures = lines.map((each) =>
    each.status === 'skipped'
      ? []
      : [each.metrics['tokens']!.figures['f1'], each.metrics['order']!.figures['moved']],
  );
  // Of `order` less is better.
  expect(figures).toEqual([[0.5, 0], [0.9, 0.1], []]);
});

test('two systems make no oracle', () => {
  expect(oracleLines([[line('a', 'p', 1)], [line('b', 'p', 0)]], metrics)).toEqual([]);
});

/** One page of `tokens` with these figures. */
function tokensLine(extractor: string, figures: Readonly<Record<string, Figure>>): JournalLine {
  const scores = { tokens: { counts: {}, figures } };
  return { corpus: 'toy', extractor, page: 'p', site: 's', status: 'extracted', metrics: scores };
}

const REQUIRED: Figure = { undefined: 'something-required' };
const NOTHING_REQUIRED: Figure = { undefined: 'nothing-required' };
const EXTRACTED: Figure = { undefined: 'nothing-extracted' };
const f1 = (precision: Figure, recall: Figure, value: number): Record<string, Figure> => {
  return { precision, recall, f1: value, rejects: REQUIRED };
};
const rejects = (value: number): Record<string, Figure> => {
  return { precision: NOTHING_REQUIRED, recall: NOTHING_REQUIRED, f1: NOTHING_REQUIRED, rejects: value };
};

test.each([
  ['precision before recall where F1 is the same', [f1(0.5, 1, 0.6), f1(1, 0.5, 0.6), f1(1, 0.4, 0.6)], 1],
  ['who rejects a page that has nothing to extract', [rejects(0), rejects(1), rejects(1)], 1],
  ['recall, where nothing came out and where all of it is wrong', [f1(EXTRACTED, 0, 0), f1(0, 0.1, 0), f1(0, 0, 0)], 1],
] as const)('of equal ones %s', (_, figures, best) => {
  const lines = figures.map((each, index) => [tokensLine('abc'[index]!, each)]);
  expect(oracleLines(lines, metrics)[0]).toMatchObject({ metrics: { tokens: { figures: figures[best] } } });
}); // prettier-ignore
