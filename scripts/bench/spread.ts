/** The middle of repeated values, and between what it lies. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** How many values there were, at least 1. */
  readonly count: number;
}

/** What was promised of a ratio or an amount. */
export type Budget = { readonly atMost: number } | { readonly atLeast: number };

export type Verdict = 'met' | 'missed' | 'cannot tell';

/**
 * The median of values with an interval that asks nothing of how they are distributed: the innermost two of the sorted
 * values, as many from either end, that hold the true median in at least 95 of 100 cases. Under six values no two do;
 * then the least and the greatest, which hold it in 75 of 100 cases for three and in 94 for five.
 *
 * @param values at least one
 */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const count = sorted.length;
  let [rank, ways, outside] = [0, 1, 1];
  for (;;) {
    // In how many of 2^count cases at most `rank + 1` values lie on one side of the true median.
    ways = (ways * (count - rank)) / (rank + 1);
    outside += ways;
    if (1 - (2 * outside) / 2 ** count < 0.95) break;
    rank++;
  }
  const middle = (count - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return { median, low: sorted[rank]!, high: sorted[count - 1 - rank]!, count };
}

/**
 * By what factor chance alone moves a ratio on this machine, at least 1: how far the ratios of something to itself,
 * measured in turns, are from 1.
 *
 * @param controls ratios of the same thing to itself, at least one
 */
export function noiseOf(controls: readonly number[]): number {
  const { low, high } = spreadOf(controls);
  return Math.max(1, high, 1 / low);
}

/**
 * Whether a budget is kept: `met` if it is wherever in the interval the truth lies, and `missed` if it is nowhere, even if
 * the truth were lower by the factor `down` or higher by `up`.
 */
export function judge(
  { low, high }: Spread,
  { down, up }: { readonly down: number; readonly up: number },
  budget: Budget,
): Verdict {
  const [least, most] = [low / down, high * up];
  const isMet = 'atMost' in budget ? most <= budget.atMost : least >= budget.atLeast;
  const isMissed = 'atMost' in budget ? least > budget.atMost : most < budget.atLeast;
  if (isMet) return 'met';
  return isMissed ? 'missed' : 'cannot tell';
}
