import { compareSystems } from '../../stats/compare-systems.ts';
import type { Comparison } from '../../stats/comparison-table.ts';
import { isSignificant } from '../../stats/ranks.ts';
import { figuresOver, ROUNDING, tableOf } from '../gated.ts';
import type { GatedExtractor, GatedPage } from '../gated.ts';
import type { Rule } from '../rule.ts';

/** The mean of a corpus may fall by as much before chance is asked. */
const TOLERATED = 0.002;

/** The headline figure of the whole corpus fell. */
export const mean: Rule = {
  name: 'mean',
  description: `the primary figure of the corpus falls by more than ${TOLERATED}, or by less but by more than chance explains`,

  judge(gated) {
    const pages = unacknowledged(gated.pages);
    const { before, after } = figuresOver(pages, gated.metric);
    if (before === undefined || after === undefined || after >= before - ROUNDING) return [];
    const isFar = before - after > TOLERATED + ROUNDING;
    const comparison = compareWhole(gated, pages);
    if (!isFar && (comparison === undefined || !isSignificant(comparison))) return [];
    const why = isFar ? `more than ${TOLERATED}` : 'more than chance explains';
    const text = `${gated.metric.name} ${gated.metric.headline} of the corpus fell by ${why}`;
    return [{ rule: mean.name, fails: true, before, after, text }];
  },
};

/** Pages that count for the whole and for slices: not those whose loss somebody accepted. */
export function unacknowledged(pages: readonly GatedPage[]): GatedPage[] {
  return pages.filter((page) => page.acknowledged === undefined);
}

/** After less before, over some pages; undefined where none has the figure on both sides. */
export function compareWhole(
  { metric, flips }: GatedExtractor,
  pages: readonly GatedPage[],
): Comparison | undefined {
  const [comparison] = compareSystems(tableOf(pages, metric), flips);
  return comparison;
}
