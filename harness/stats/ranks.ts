import type { PairedTest } from '../model/paired-comparison.ts';
import type { Comparison } from './comparison-table.ts';

/** The level of the tests behind ranks and the word "better". */
export const SIGNIFICANCE = 0.05;

/**
 * Whether the two differ by more than chance explains: the test, corrected for all pairs of their table, says so, and the
 * interval of the difference does not hold 0. So a verdict never contradicts the interval beside it.
 */
export function isSignificant({ test }: Pick<Comparison, 'test'>): boolean {
  return test !== undefined && test.adjusted <= SIGNIFICANCE && excludesZero(test);
}

/** Whether the interval of the difference does not hold 0; also if there is none, as in runs of earlier versions. */
export function excludesZero({ interval }: PairedTest): boolean {
  return interval === undefined || interval.low > 0 || interval.high < 0;
}

/**
 * The rank of each system: 1 + the number of systems that are significantly better, so that systems that cannot be
 * told apart may share one. A system that no test says anything of has none.
 *
 * @param best 0 where a low figure is the better one
 */
export function ranksOf(
  comparisons: readonly Comparison[],
  systems: number,
  best: 0 | 1 = 1,
): (number | undefined)[] {
  const ranks = Array.from({ length: systems }, (): number | undefined => undefined);
  for (const comparison of comparisons) {
    if (comparison.test === undefined) continue;
    const { first, second, difference } = comparison;
    ranks[first] ??= 1;
    ranks[second] ??= 1;
    if (!isSignificant(comparison)) continue;
    const firstIsBetter = difference > 0 === (best === 1);
    const worse = firstIsBetter ? second : first;
    ranks[worse] = ranks[worse]! + 1;
  }
  return ranks;
}
