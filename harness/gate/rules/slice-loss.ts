import { compareOnSets } from '../../stats/compare-systems.ts';
import { isSignificant } from '../../stats/ranks.ts';
import { figuresOver, tableOf } from '../gated.ts';
import type { Rule } from '../rule.ts';
import { slicesOf } from '../slices.ts';
import { unacknowledged } from './mean.ts';

/** Smaller slices are left to the rules on pages. */
const FEWEST_PAGES = 20;
const TOLERATED = 0.01;

/** A kind, language, script, trait … fell. */
export const sliceLoss: Rule = {
  name: 'slice-loss',
  description: `a slice of ${FEWEST_PAGES} pages or more falls by more than ${TOLERATED}, by more than chance explains, all slices taken into account`,

  judge({ pages: all, metric, flips }) {
    const pages = unacknowledged(all);
    const slices = [...slicesOf(pages)].filter(([, members]) => members.length >= FEWEST_PAGES);
    if (slices.length === 0) return [];
    const place = new Map(pages.map(({ page }, index) => [page, index]));
    const table = tableOf(pages, metric);
    // The table has its pages in the order given.
    const sets = slices.map(([, members]) => {
      const set = new Uint8Array(pages.length);
      for (const { page } of members) set[place.get(page)!] = 1;
      return set;
    });
    const comparisons = compareOnSets(table, sets, flips);
    return slices.flatMap(([slice, members], index) => {
      const comparison = comparisons[index];
      if (comparison === undefined || comparison.difference >= -TOLERATED || !isSignificant(comparison))
        return [];
      const text = `${slice} fell by more than ${TOLERATED} on ${members.length} pages, and by more than chance explains`;
      return [{ rule: sliceLoss.name, fails: true, slice, ...figuresOver(members, metric), text }];
    });
  },
};
