import { describe, expect, test } from 'vitest';
import type { Columns } from './columns.ts';
import { estimate } from './estimate.ts';
import { standardError } from './interval.ts';
import { Random } from './random.ts';
import { SampledFigure } from './sampled-figure.ts';

/** One sample of sites, as often as `times` says. */
function studentised(columns: Columns, times: readonly number[]): number {
  const figure = new SampledFigure(columns);
  const sums = figure.columns.map(
    (column) =>
      [column, Float64Array.of(times.reduce((sum, each, site) => sum + each * column[site]!, 0))] as const,
  );
  return figure.studentised(new Map(sums))[0]!;
}

/** The sites themselves, each as often as it is in the sample. */
function repeated(columns: Columns, times: readonly number[]): Columns {
  const repeat = (column: Float64Array): Float64Array =>
    Float64Array.from(times.flatMap((each, site) => Array<number>(each).fill(column[site]!)));
  const [first, second] = columns.map((each) => ({ part: repeat(each!.part), whole: repeat(each!.whole) }));
  return second === undefined ? [first!] : [first!, second];
}

describe('a ratio of sums', () => {
  // Sites with 1/1, 1/2 and 0/1: 2/4.
  const columns: Columns = [{ part: Float64Array.of(1, 1, 0), whole: Float64Array.of(1, 2, 1) }];

  test('over a sample: the first site twice, the second once', () => {
    // 3/4, which is 1/4 more. Residuals (1 − 3/4)/4 = 1/16 twice, (1 − 6/4)/4 = −1/8 once: √(3/2 · 3/128) = 3/16.
    expect(studentised(columns, [2, 1, 0])).toBeCloseTo(4 / 3, 12);
  });

  test('that does not move is 0, and one in which nothing varies has no error', () => {
    expect(studentised(columns, [1, 1, 1])).toBe(0);
    expect(studentised(columns, [0, 3, 0])).toBe(0);
    expect(studentised(columns, [3, 0, 0])).toBe(Infinity);
  });

  test('over a sample without any weight is as of nothing', () => {
    const withEmpty: Columns = [{ part: Float64Array.of(1, 0), whole: Float64Array.of(2, 0) }];
    expect(studentised(withEmpty, [0, 2])).toBe(-Infinity);
  });
});

test.each(['a ratio', 'a harmonic mean'])('%s in a sample is what it is of these sites alone', (kind) => {
  const random = new Random(kind);
  const share = (): number => random.below(1001) / 1000;
  const ratio = (): Columns[0] => ({
    part: new Float64Array(30).map(share),
    whole: new Float64Array(30).map(() => 1 + random.below(3)),
  });
  for (let repetition = 0; repetition < 200; repetition++) {
    const columns: Columns = kind === 'a ratio' ? [ratio()] : [ratio(), ratio()];
    const times = Array<number>(30).fill(0);
    for (let pick = 0; pick < 30; pick++) times[random.below(30)]!++;
    const sample = estimate(repeated(columns, times));
    const expected = (sample.value - estimate(columns).value) / standardError(sample.influence);
    expect(studentised(columns, times)).toBeCloseTo(expected, 9);
  }
});
