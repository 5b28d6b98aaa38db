import { describe, expect, test } from 'vitest';
import { entryOf } from './fixtures/report-input.ts';
import { qualityTimePlot } from './quality-time-plot.ts';

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
