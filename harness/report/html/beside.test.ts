import { expect, test } from 'vitest';
import { metricLabel } from '../../analyse/labels.ts';
import { METRICS } from '../../score/metrics/register.ts';
import type { JournalLine } from '../../store/journal-line.ts';
import { entryOf, runOf } from '../fixtures/finished-run.ts';
import type { FinishedRun } from '../reporter.ts';
import { putBeside } from './beside.ts';

/** A line of an extractor on a page with an F1. */
function line(extractor: string, page: string, f1: number): JournalLine {
  const figures = { precision: f1, recall: f1, f1 };
  return {
    status: 'extracted',
    corpus: 'toy',
    extractor,
    page,
    site: page,
    metrics: { tokens: { counts: { matched: 10 * f1, required: 10, surplus: 10 - 10 * f1 }, figures } },
  } as unknown as JournalLine;
}

function run(name: string, figures: readonly number[], label?: string): FinishedRun {
  const lines = figures.map((f1, index) => line(name, `page-${index}`, f1));
  const made = runOf([entryOf(name, 0.5, { rank: 1 }), entryOf('nothing', 0, { baseline: true })], lines);
  return {
    ...made,
    folder: `runs/${label ?? 'now'}`,
    description: {
      ...made.description,
      metrics: METRICS.map(metricLabel),
      ...(label !== undefined && { label }),
    },
  };
}

test('the extractors of an earlier run have its name behind theirs, without ranks; its baselines stay out', () => {
  const earlier = run('mine', [0.5, 0.6, 0.7], 'v1');
  const { run: both, index, origins } = putBeside(run('mine', [0.5, 0.8, 0.6]), earlier);
  expect(both.summary.extractors.map(({ name, rank }) => [name, rank])).toEqual([
    ['mine', 1],
    ['nothing', undefined],
    ['mine @ v1', undefined],
  ]);
  expect(both.journal.map(({ extractor, page }) => `${extractor} ${page}`)).toEqual([
    'mine page-0', 'mine page-1', 'mine page-2', 'mine @ v1 page-0', 'mine @ v1 page-1', 'mine @ v1 page-2',
  ]); // prettier-ignore
  expect([...origins.values()].map(({ line: own }) => own)).toEqual(earlier.journal);
  expect(index.run).toBe('v1');
  const [change, ...others] = index.changes;
  expect(others).toEqual([]);
  expect(change).toMatchObject({ before: 'mine @ v1', after: 'mine', better: 1, same: 1, worse: 1 });
  expect(change!.difference).toBeCloseTo(0.1 / 3, 10);
});

test('runs without an extractor of one name are refused', () => {
  expect(() => putBeside(run('mine', [0.5]), run('other', [0.5], 'v1'))).toThrow(
    /have no extractor of one name/u,
  );
});
