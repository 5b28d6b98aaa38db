import { expect, test } from 'vitest';
import type { PageScore } from '../model/score.ts';
import { METRICS } from '../score/metrics/register.ts';
import { segments } from '../score/metrics/segments.ts';
import { shingles } from '../score/metrics/shingles.ts';
import { tokens } from '../score/metrics/tokens.ts';
import { bySite, columnsOf } from '../stats/columns.ts';
import { estimate } from '../stats/estimate.ts';
import { Random } from '../stats/random.ts';
import { aggregateWithIntervals } from './intervals.ts';
import type { SitedScore } from './intervals.ts';

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
  const { f1 } = aggregateWithIntervals({ metric, scores });
  const ofFewer = aggregateWithIntervals({ metric, scores: scores.slice(0, 38) });
  expect(f1).toHaveProperty('low');
  const { value, low, high } = f1 as { value: number; low: number; high: number };
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
  expect(high - low).toBeLessThan(0.4);
  expect(ofFewer['f1']).not.toHaveProperty('low');
});

test('what is no share has no interval', () => {
  const scores = madeScores(60, tokens.figures).map(({ site, score }, page): SitedScore => {
    const counts = { ...score.counts, required: page < 30 ? 0 : 5, surplus: page };
    return { site, score: { counts, figures: score.figures } };
  });
  const figures = aggregateWithIntervals({ metric: tokens, scores });
  expect(figures['reject-surplus']).toEqual({ value: 14.5, n: 30 });
  expect(figures['precision']).toHaveProperty('low');
});

test('what is the same everywhere reaches as far as one page that nobody has seen', () => {
  const scores = Array.from({ length: 20 }, (_, page): SitedScore => {
    return { site: `s${page}`, score: { counts: {}, figures: { accuracy: 1 } } };
  });
  const exact = METRICS.find(({ name }) => name === 'exact')!;
  // 20 sites of 1 and one of 0: mean 20/21, error 1/21; Student's t with 20 degrees of freedom is 2.0860.
  const { accuracy } = aggregateWithIntervals({ metric: exact, scores });
  expect(accuracy).toEqual({
    value: 1,
    low: expect.closeTo((20 - 2.0859634) / 21, 6) as number,
    high: 1,
    n: 20,
  });
});
