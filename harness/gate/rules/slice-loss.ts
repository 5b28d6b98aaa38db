import { chancesOfFall, LEVEL } from '../chance.ts';
import { figuresOver, isCompared, pagesOfHeadline, ROUNDING } from '../gated.ts';
import type { Rule } from '../rule.ts';
import { slicesOf } from '../../analyse/slices.ts';
import { unacknowledged } from './mean.ts';

/** Smaller slices are left to the rules on pages. */
const FEWEST_PAGES = 20;
const TOLERATED = 0.01;

/** A kind, language, script, trait … fell. */
export const sliceLoss: Rule = {
  name: 'slice-loss',
  description: `a slice of ${FEWEST_PAGES} pages or more falls by more than ${TOLERATED}, by more than chance explains, all slices taken into account`,

  judge({ pages, metric, flips }) {
    const slices = [...slicesOf(unacknowledged(pages).filter(isCompared))]
      .filter(([, members]) => members.length >= FEWEST_PAGES)
      .map(([slice, members]) => ({ slice, members, figures: figuresOver(members, metric) }));
    // Chance is asked last, because that takes longer than all the rest.
    if (!slices.some(({ figures }) => hasFallen(figures))) return [];
    const chances = chancesOfFall(
      slices.map(({ members }) => pagesOfHeadline(members, metric)),
      flips,
    );
    return slices.flatMap(({ slice, members, figures }, index) => {
      if (!hasFallen(figures) || chances[index]! > LEVEL) return [];
      const text = `${slice} fell by more than ${TOLERATED} on ${members.length} pages, and by more than chance explains`;
      return [{ rule: sliceLoss.name, fails: true, slice, ...figures, text }];
    });
  },
};

function hasFallen({ before, after }: ReturnType<typeof figuresOver>): boolean {
  return before !== undefined && after !== undefined && before - after > TOLERATED + ROUNDING;
}
