import { describe, expect, test } from 'vitest';
import { entryOf } from '../../harness/report/fixtures/finished-run.ts';
import { tokens } from '../../harness/score/metrics/tokens.ts';
import { qualityTimePlot } from './quality-time-plot.ts';

describe('the plot of quality against time', () => {
  const at = (name: string, f1: number, medianMs: number) =>
    entryOf(name, f1, { time: { pages: 3, medianMs, p95Ms: 1, totalMs: 1 } });

  test('has a point for each extractor that was timed, faster to the left, better above', () => {
    const plot = qualityTimePlot(
      [
        at('slow & <good>', 0.9, 100),
        at('fast', 0.8, 10),
        entryOf('base', 0.7, { baseline: true }),
        entryOf('old', 0.6, { time: { pages: 0 } }),
      ],
      tokens,
      (name) => (name === 'fast' ? 'Go' : undefined),
    )!;
    const points = [...plot.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    // 0.9 is the top of an axis from 0.8 to 0.9, 100 ms its right end, 10 ms its left.
    expect(points).toEqual([[730, 40], [56, 410]]); // prettier-ignore
    expect([...plot.matchAll(/r="4" fill="([^"]+)"/g)].map(([, fill]) => fill)).toEqual(['#555', '#009e73']);
    // The legend has what there is.
    expect(plot).toContain('>Go</text>');
    expect(plot).not.toContain('>Rust</text>');
    expect(plot).toContain('slow &amp; &lt;good&gt;');
    expect(plot).not.toContain('base');
  });

  test('has more room the more points there are, and a line to a name that stands off its point', () => {
    const many = Array.from({ length: 44 }, (_, index) => at(`e${index}`, 0.9 + index / 1000, 10 + index));
    const heightOf = (plot: string): number => Number(/height="(\d+)"/u.exec(plot)![1]);
    const few = qualityTimePlot([at('a', 0.9, 10), at('b', 0.8, 100)], tokens, () => undefined)!;
    const crowded = qualityTimePlot([...many, at('far', 0.1, 1000)], tokens, () => undefined)!;
    expect(heightOf(few)).toBe(458);
    expect(heightOf(crowded)).toBeGreaterThan(700);
    expect(few).not.toContain('stroke="#bbb"');
    expect(crowded).toContain('stroke="#bbb"');
  });

  test('takes two points', () => {
    expect(qualityTimePlot([at('one', 0.9, 10)], tokens, () => undefined)).toBeUndefined();
  });
});
