import { describe, expect, test } from 'vitest';
import type { Columns } from './columns.ts';
import { ratioColumns } from './columns.ts';
import { estimate } from './estimate.ts';
import { standardError } from './interval.ts';

describe('a ratio of sums', () => {
  // Sites with 1/1, 1/2 and 0/1: 2/4.
  const columns: Columns = [ratioColumns(Float64Array.of(1, 1, 0), Float64Array.of(1, 2, 1))];

  test('has its value and the residual of each site over the whole', () => {
    const { value, influence } = estimate(columns);
    expect(value).toBe(0.5);
    expect([...influence]).toEqual([0.125, 0, -0.125]);
  });

  test('of plain means has the textbook standard error', () => {
    const pages: Columns = [ratioColumns(Float64Array.of(0.2, 0.4, 0.9), Float64Array.of(1, 1, 1))];
    // Variance of 0.2, 0.4, 0.9 is 0.13.
    expect(standardError(estimate(pages).influence)).toBeCloseTo(Math.sqrt(0.13 / 3), 12);
  });
});

describe('a harmonic mean of two means', () => {
  const columns = (nudge: number): Columns => [
    ratioColumns(Float64Array.of(1, 0.5 + nudge, 0), Float64Array.of(1, 1, 0)),
    ratioColumns(Float64Array.of(0.5, 1, 0), Float64Array.of(1, 1, 1)),
  ];

  test('has its value, and influences that sum to 0', () => {
    const { value, influence } = estimate(columns(0));
    // P = 0.75, R = 0.5.
    expect(value).toBeCloseTo(0.6, 12);
    expect(influence.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 12);
  });

  test('moves as its influences say', () => {
    const { value, influence } = estimate(columns(0));
    const moved = estimate(columns(1e-6));
    // P moves by half of the nudge, F by 2R² / (P + R)² = 0.32 of that; the influence of the site by its residual too.
    expect((moved.value - value) / 1e-6).toBeCloseTo(0.16, 4);
    expect(influence[1]).toBeCloseTo(0.32 * ((0.5 - 0.75) / 2) + 0.72 * ((1 - 0.5) / 3), 12);
  });

  test('of nothing right is 0 and does not move', () => {
    const wrong: Columns = [
      ratioColumns(Float64Array.of(0, 0), Float64Array.of(1, 1)),
      ratioColumns(Float64Array.of(0, 0), Float64Array.of(1, 1)),
    ];
    expect(estimate(wrong)).toEqual({ value: 0, influence: Float64Array.of(0, 0) });
  });
});
