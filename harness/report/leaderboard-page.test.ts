import { describe, expect, test } from 'vitest';
import { entryOf, inputOf } from './fixtures/report-input.ts';
import { leaderboardPage } from './leaderboard-page.ts';
import { qualityTimePlot } from './quality-time-plot.ts';

describe('the page of leaderboards', () => {
  test('says who shares the first rank, and how fast each is', () => {
    const time = { pages: 4, medianMs: 20, p95Ms: 50, totalMs: 100 };
    const input = inputOf([
      entryOf('a|b', 0.9, { rank: 1, time }),
      entryOf('c', 0.8, { rank: 1, time: { pages: 0 } }),
      entryOf('d', 0.5, { rank: 3 }),
    ]);
    const page = leaderboardPage(input, new Map([['toy', 'toy.svg']]));
    expect(page).toContain(
      'No extractor is better than any of these by more than chance explains: **a\\|b**, **c**.',
    );
    expect(page).toContain('![F1 against milliseconds a page](toy.svg)');
    // Four pages in 100 ms.
    expect(page).toContain('| a\\|b | 20.0 | 50.0 | 40.0 | 0 |');
    expect(page).toContain('| c | – | – | – | 0 |');
    expect(page).toContain(
      'with Assay 0.1.0 on 2026-11-22, linux x64, A \\| B, 2 cores, Node 20, 2 workers, 1,000 ms a page at most',
    );
  });

  test.each([
    [[entryOf('a', 0.9, { rank: 1 }), entryOf('b', 0.5, { rank: 2 })], '**a** is better than every other extractor here by more than chance explains.'],
    [[entryOf('a', 0.9), entryOf('b', 0.5)], 'There are too few sites to rank anyone.'],
  ])('claims no more than the ranks say', (entries, said) => {
    expect(leaderboardPage(inputOf(entries), new Map())).toContain(said);
  }); // prettier-ignore
});

describe('the plot of quality against time', () => {
  const at = (name: string, f1: number, medianMs: number) =>
    entryOf(name, f1, { time: { pages: 3, medianMs, p95Ms: 1, totalMs: 1 } });

  test('has a point for each extractor that was timed, faster to the left, better above', () => {
    const plot = qualityTimePlot([
      at('slow & <good>', 0.9, 100),
      at('fast', 0.8, 10),
      entryOf('base', 0.7, { baseline: true }),
      entryOf('old', 0.6, { time: { pages: 0 } }),
    ])!;
    const points = [...plot.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    // 0.9 is the top of an axis from 0.8 to 0.9, 100 ms its right end, 10 ms its left.
    expect(points).toEqual([[610, 24], [56, 412]]); // prettier-ignore
    expect(plot).toContain('slow &amp; &lt;good&gt;');
    expect(plot).not.toContain('base');
  });

  test('names that would meet are set apart', () => {
    const plot = qualityTimePlot([at('first', 0.9, 10), at('second', 0.9, 10), at('third', 0.8, 100)])!;
    const labels = [...plot.matchAll(/<text x="64" y="(\d+)"/g)].map(([, y]) => Number(y));
    expect(labels).toHaveLength(2);
    expect(Math.abs(labels[0]! - labels[1]!)).toBeGreaterThanOrEqual(13);
  });

  test('takes two points', () => {
    expect(qualityTimePlot([at('one', 0.9, 10)])).toBeUndefined();
  });
});
