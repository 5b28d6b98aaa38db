import { expect, test } from 'vitest';
import type { PageScore } from '../model/score.ts';
import { METRICS } from '../score/metrics/register.ts';
import { segments } from '../score/metrics/segments.ts';
import { shingles } from '../score/metrics/shingles.ts';
import { tokens } from '../score/metrics/tokens.ts';
import { bySite, columnsOf } from '../stats/columns.ts';
import { estimate } from '../stats/estimate.ts';
import { Random } from '../stats/random.ts';
import { Resampling } from '../stats/resamples.ts';
import { aggregateWithIntervals } from './intervals.ts';
import type { SitedScore } from './intervals.ts';

const resampling = new Resampling('test', 399);
const random = new Random('pages');

/** Pages of made counts and figures, two to a site; every seventh page has no figures. */
function madeScores(pages: number, figures: readonly string[]): SitedScore[] {
  return Array.from({ length: pages }, (_, page) => {
    const counts = Object.fromEntries(['tp', 'fp', 'fn', 'tn'].map((name) => [name, random.below(9)]));
    const figure = (): PageScore['figures'][string] =>
      page % 7 === 6 ? { undefined: 'nothing-extracted' } : random.below(101) / 100;
    const score = { counts, figures: Object.fromEntries(figures.map((name) => [name, figure()])) };
    return { site: `s${page >> 1}`, score };
  });
}

test.each(METRICS.map((metric) => [metric.name, metric] as const))(
  '%s: what is resampled is what the table shows',
  (_name, metric) => {
    const scores = madeScores(50, metric.figures).map(({ score }) => score);
    const aggregates = metric.aggregate(scores);
    for (const figure of metric.figures) {
      const columns = columnsOf(scores, figure, metric.estimates?.[figure]);
      const siteOf = Int32Array.from(scores, (_, page) => page >> 1);
      const { value } = estimate(bySite(columns, siteOf, 25));
      expect(aggregates[figure]).toMatchObject({ value: expect.closeTo(value, 12) as number });
    }
  },
);

test.each([
  ['a mean of pages', tokens],
  ['a harmonic mean of means', shingles],
  ['a ratio of sums', segments],
])('%s has an interval around it from 20 sites on', (_name, metric) => {
  const scores = madeScores(40, metric.figures);
  const [aggregates, ofFewer] = aggregateWithIntervals(
    [
      { metric, scores },
      { metric, scores: scores.slice(0, 38) },
    ],
    resampling,
  );
  const { f1 } = aggregates!;
  expect(f1).toHaveProperty('low');
  const { value, low, high } = f1 as { value: number; low: number; high: number };
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
  expect(high - low).toBeLessThan(0.4);
  expect(ofFewer!['f1']).not.toHaveProperty('low');
});

test('what is no share has no interval, nor what is the same on nearly every site', () => {
  const scores = madeScores(60, tokens.figures).map(({ site, score }, page): SitedScore => {
    const counts = { ...score.counts, required: page < 30 ? 0 : 5, surplus: page };
    return { site, score: { counts, figures: { ...score.figures, f1: page < 18 ? page / 18 : 1 } } };
  });
  const [aggregates] = aggregateWithIntervals([{ metric: tokens, scores }], resampling);
  const figures = aggregates!;
  expect(figures['reject-surplus']).toEqual({ value: 14.5, n: 30 });
  expect(figures['precision']).toHaveProperty('low');
  expect(figures['f1']).not.toHaveProperty('low');
});
