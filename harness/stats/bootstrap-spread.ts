import type { Random } from './random.ts';

/**
 * Standard deviation of a figure over samples of as many pages, drawn with replacement.
 *
 * @param figureOf the figure of some of the pages; `undefined` where it has none, which leaves the sample out
 * @param pages at least one
 * @returns NaN where no sample has the figure
 */
export function bootstrapSpread<Page>(
  pages: readonly Page[],
  figureOf: (pages: readonly Page[]) => number | undefined,
  random: Random,
  samples = 1000,
): number {
  const values: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const value = figureOf(pages.map(() => pages[random.below(pages.length)]!));
    if (value !== undefined) values.push(value);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
