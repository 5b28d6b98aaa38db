import { isDefined } from '../model/score.ts';
import type { Aggregate, PageScore } from '../model/score.ts';

/** The plain mean of a figure over the pages where it is defined. */
export function meanOf(scores: readonly PageScore[], figure: string): Aggregate {
  const values = scores.map((score) => score.figures[figure]).filter(isDefined);
  return mean(values);
}

/** The plain mean of each of some figures, by name and in their order. */
export function meansOf(scores: readonly PageScore[], figures: readonly string[]): Record<string, Aggregate> {
  return Object.fromEntries(figures.map((figure) => [figure, meanOf(scores, figure)]));
}

/** The plain mean of numbers, summed in the order given. None: undefined. */
export function mean(values: readonly number[]): Aggregate {
  if (values.length === 0) return { undefined: 'no-pages', n: 0 };
  let sum = 0;
  for (const value of values) sum += value;
  return { value: sum / values.length, n: values.length };
}
