import { describe, expect, test } from 'vitest';
import { leadersOf } from './leaders.ts';

/** A pair with this p, corrected for all pairs, and an interval of its difference. */
function pair(first: number, second: number, adjusted: number, interval = { low: 0.01, high: 0.2 }) {
  return { first, second, test: { p: adjusted, adjusted, interval, detectable: 0.1 } };
}

describe('who is first', () => {
  test('leads only who is better than every other', () => {
    const pairs = [pair(0, 1, 0.01), pair(0, 2, 0.05), pair(1, 2, 0.5)];
    expect(leadersOf([1, 2, 2], pairs)).toEqual({ status: 'leader', first: 0 });
    expect(leadersOf([1, 2, 2], [pair(1, 0, 0.01), ...pairs.slice(1)])).toEqual({ status: 'leader', first: 0 });
  }); // prettier-ignore

  test('is unbeaten where it is alone in the first rank and not told apart from another', () => {
    // The second is worse than the third, and not told apart from the first.
    const pairs = [pair(0, 1, 0.4), pair(0, 2, 0.01), pair(1, 2, 0.01)];
    expect(leadersOf([1, 2, 2], pairs)).toEqual({ status: 'unbeaten', first: 0, open: [1] });
  });

  test('is unbeaten where the interval of a difference holds 0, whatever p is, and where two were not compared', () => {
    const pairs = [pair(0, 1, 0.01, { low: -0.01, high: 0.2 })];
    expect(leadersOf([1, 2, 2], pairs)).toEqual({ status: 'unbeaten', first: 0, open: [1, 2] });
  });

  test('may be several, or nobody; who has no rank is not among them', () => {
    expect(leadersOf([1, undefined, 1], [])).toEqual({ status: 'several', first: [0, 2] });
    expect(leadersOf([2, 2, 2], [])).toEqual({ status: 'nobody' });
    expect(leadersOf([undefined, undefined], [])).toBeUndefined();
    expect(leadersOf([1, undefined], [])).toEqual({ status: 'leader', first: 0 });
  });
});
