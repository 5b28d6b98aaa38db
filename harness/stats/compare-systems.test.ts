import { describe, expect, test } from 'vitest';
import { compareSystems, intervalOf } from './compare-systems.ts';
import type { ComparedSystem, ComparisonTable } from './comparison-table.ts';
import { isSignificant, ranksOf } from './ranks.ts';
import { ratioColumns } from './columns.ts';
import { SignFlips } from './sign-flips.ts';

const flips = new SignFlips('test', 999);

/** A system by its figures, one page a site; NaN: the page does not count for it. */
function systemOf(figures: readonly number[]): ComparedSystem {
  const counts = Uint8Array.from(figures, (figure) => (Number.isNaN(figure) ? 0 : 1));
  return {
    counts,
    values: Float64Array.from(figures),
    columns: [
      ratioColumns(
        Float64Array.from(figures, (figure) => figure || 0),
        Float64Array.from(counts),
      ),
    ],
  };
}

function tableOf(...systems: readonly (readonly number[])[]): ComparisonTable {
  const pages = systems[0]!.length;
  return {
    siteOf: Int32Array.from({ length: pages }, (_, page) => page),
    sites: pages,
    systems: systems.map(systemOf),
  };
}

function repeat(length: number, figure: (index: number) => number): number[] {
  return Array.from({ length }, (_, index) => figure(index));
}

describe('two systems', () => {
  test('difference and outcomes of the pages', () => {
    const [comparison] = compareSystems(tableOf([1, 0.5, 0.2, 0.4], [0, 0.5, 0.4, 0.4]), flips);
    expect(comparison).toMatchObject({ pages: 4, sites: 4, wins: 1, ties: 2, losses: 1 });
    expect(comparison!.difference).toBeCloseTo(0.2, 12);
  });

  test('under 20 sites there is no test', () => {
    const figures = repeat(19, (index) => index / 19);
    expect(compareSystems(tableOf(figures, figures), flips)[0]).not.toHaveProperty('test');
    expect(intervalOf(tableOf(figures, figures), { first: 0, second: 1 }, flips)).toBeUndefined();
  });

  test('that are the same may differ on a page that nobody has seen', () => {
    const figures = repeat(20, (index) => index / 20);
    // 20 sites of 0 and one of ±1: mean ±1/21, deviations ±1/21 and ±20/21, error √(21/20 · 20/21) / 21 = 1/21.
    const reach = (1 + 2.0859634) / 21;
    const { test: result } = compareSystems(tableOf(figures, figures), flips)[0]!;
    expect(result).toMatchObject({ p: 1, adjusted: 1, detectable: 0 });
    expect(result!.interval!.low).toBeCloseTo(-reach, 6);
    expect(result!.interval!.high).toBeCloseTo(reach, 6);
    const alone = intervalOf(tableOf(figures, figures), { first: 0, second: 1 }, flips);
    expect(alone).toEqual(result!.interval);
  });

  test('a small advantage everywhere is no verdict where one unseen page would turn it', () => {
    const better = repeat(20, (index) => 0.5 + (index % 3) / 100);
    const worse = better.map((figure, index) => figure - 0.02 - (index % 5) / 1000);
    const [comparison] = compareSystems(tableOf(better, worse), flips);
    expect(comparison!.difference).toBeCloseTo(0.022, 12);
    expect(comparison!.wins).toBe(20);
    expect(comparison!.test!.p).toBe(1);
    expect(isSignificant(comparison!)).toBe(false);
  });

  test('a large one is', () => {
    const better = repeat(20, (index) => 0.8 + (index % 3) / 100);
    const worse = better.map((figure, index) => figure - 0.5 - (index % 5) / 100);
    const [comparison] = compareSystems(tableOf(better, worse), flips);
    const { test: result, difference } = comparison!;
    expect(difference).toBeCloseTo(0.52, 12);
    // 20 sites of 0.50 … 0.54 in equal parts and one of −1: mean 9.4 / 21, squares 5.412 + 1 less 9.4² / 21.
    const mean = 9.4 / 21;
    const error = Math.sqrt((21 / 20) * (6.412 - (9.4 * 9.4) / 21)) / 21;
    expect(result!.interval!.low).toBeCloseTo(mean - 2.0859634 * error, 6);
    expect(result!.interval!.high).toBeGreaterThan(0.54);
    expect(result!.p).toBeLessThan(0.005);
    expect(result!.morePages).toBe(0);
    expect(isSignificant(comparison!)).toBe(true);
    // Standard deviation of 0.50 … 0.54 in equal parts, over √20.
    const deviation = Math.sqrt((20 * 0.0002) / 19);
    expect(result!.detectable).toBeCloseTo((2.8 * deviation) / Math.sqrt(20), 10);
  });

  test('how many pages more would tell them apart', () => {
    const one = repeat(20, (index) => (index % 2 === 0 ? 0.61 : 0.4));
    const other = repeat(20, (index) => (index % 2 === 0 ? 0.4 : 0.6));
    const { test: result, difference } = compareSystems(tableOf(one, other), flips)[0]!;
    expect(difference).toBeCloseTo(0.005, 12);
    const needed = 20 * (result!.detectable / 0.005) ** 2;
    expect(result!.morePages).toBe(Math.ceil(needed) - 20);
    expect(result!.p).toBeGreaterThan(0.5);
  });

  test('are compared on the pages that count for both', () => {
    const one = [Number.NaN, ...repeat(20, () => 1)];
    const other = [1, ...repeat(19, () => 0), Number.NaN];
    const [comparison] = compareSystems(tableOf(one, other), flips);
    expect(comparison).toMatchObject({ pages: 19, sites: 19, difference: 1, wins: 19, ties: 0, losses: 0 });
    expect(compareSystems(tableOf([1, Number.NaN], [Number.NaN, 1]), flips)).toEqual([]);
  });
});

describe('many systems', () => {
  const good = repeat(25, (index) => 0.9 + (index % 7) / 100);
  const other = repeat(25, (index) => 0.9 + (index % 4) / 60);
  const bad = repeat(25, (index) => 0.5 + (index % 5) / 50);
  const comparisons = compareSystems(tableOf(good, bad, other), flips);

  test('a corrected p is never below that of the pair alone', () => {
    expect(comparisons.map(({ first, second }) => [first, second])).toEqual([[0, 1], [0, 2], [1, 2]]); // prettier-ignore
    for (const { test: result } of comparisons) expect(result!.adjusted).toBeGreaterThanOrEqual(result!.p);
  });

  test('a rank is 1 and the number of those significantly better', () => {
    expect(ranksOf(comparisons, 3)).toEqual([1, 3, 1]);
    expect(ranksOf(comparisons, 3, 0)).toEqual([2, 1, 2]);
    expect(ranksOf([], 1)).toEqual([undefined]);
  });

  test('the same digits whoever asks', () => {
    const again = compareSystems(tableOf(good, bad, other), new SignFlips('test', 999));
    expect(again).toEqual(comparisons);
  });

  test('who else is there changes the correction alone', () => {
    const [alone] = compareSystems(tableOf(good, bad), flips);
    const { test: before, ...pair } = comparisons[0]!;
    expect(alone).toMatchObject(pair);
    expect({ ...alone!.test, adjusted: 0 }).toEqual({ ...before, adjusted: 0 });
  });
});

test('no more pages are said to be needed where one unseen page is all that keeps a pair together', () => {
  // 200 sites, differences of 0.01 ± 0.05: 2.8 standard errors are 2.8 · 0.05 · √(200/199) / √200 = 0.0099.
  const one = repeat(200, (index) => (index % 2 === 0 ? 0.56 : 0.46));
  const [comparison] = compareSystems(
    tableOf(
      one,
      repeat(200, () => 0.5),
    ),
    flips,
  );
  expect(comparison!.test!.detectable).toBeCloseTo(0.0099243, 6);
  expect(comparison!.test!.morePages).toBe(0);
  expect(isSignificant(comparison!)).toBe(false);
});
