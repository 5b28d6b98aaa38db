import { expect, test } from 'vitest';
import type { PageScore } from '../model/score.ts';
import { bySite, columnsOf } from './columns.ts';

const scores: readonly (PageScore | undefined)[] = [
  { counts: { tp: 2, fp: 1 }, figures: { precision: 0.5, recall: 1 } },
  undefined,
  { counts: { tp: 3, fp: 0 }, figures: { precision: { undefined: 'nothing-extracted' }, recall: 0 } },
];

test('a mean counts the pages that have the figure', () => {
  expect(columnsOf(scores, 'precision')).toEqual([
    { part: Float64Array.of(0.5, 0, 0), whole: Float64Array.of(1, 0, 0), page: 1 },
  ]);
});

test('a ratio of sums counts counts, those named twice twice', () => {
  const estimate = {
    kind: 'ratio-of-sums',
    part: ['tp', 'tp'],
    whole: ['tp', 'tp', 'fp'],
    gold: ['tp'],
  } as const;
  expect(columnsOf(scores, 'f1', estimate)).toEqual([
    { part: Float64Array.of(4, 0, 6), whole: Float64Array.of(5, 0, 6), page: 5.5 },
  ]);
});

test('a harmonic mean has the columns of its two means', () => {
  expect(columnsOf(scores, 'f1', { kind: 'harmonic-mean', of: ['precision', 'recall'] })).toEqual([
    { part: Float64Array.of(0.5, 0, 0), whole: Float64Array.of(1, 0, 0), page: 1 },
    { part: Float64Array.of(1, 0, 0), whole: Float64Array.of(1, 0, 1), page: 1 },
  ]);
});

test('sites sum up their pages; a page may be left out', () => {
  const columns = [
    { part: Float64Array.of(1, 2, 3, 4), whole: Float64Array.of(1, 1, 1, 1), page: 1 },
  ] as const;
  expect(bySite(columns, Int32Array.of(1, 0, -1, 1), 2)).toEqual([
    { part: Float64Array.of(2, 5), whole: Float64Array.of(1, 2), page: 1 },
  ]);
});

test('of a figure that no page has one more page has nothing', () => {
  expect(columnsOf([undefined], 'precision')).toEqual([
    { part: Float64Array.of(0), whole: Float64Array.of(0), page: 0 },
  ]);
});
