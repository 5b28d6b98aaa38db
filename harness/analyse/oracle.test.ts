import { expect, test } from 'vitest';
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
