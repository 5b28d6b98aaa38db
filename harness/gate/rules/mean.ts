import { chancesOfFall, LEVEL } from '../chance.ts';
import { figuresOver, pagesOfHeadline, ROUNDING } from '../gated.ts';
import type { GatedPage } from '../gated.ts';
import type { Rule } from '../rule.ts';

/** The mean of a corpus may not fall by more, whatever chance says. */
const TOO_MUCH = 0.01;

/**
 * The headline figure of the whole corpus fell: by more than 0.01, or by less where chance does not explain it. Without
 * chance a limit small enough to matter, 0.002, called a fifth of all neutral changes to 60 pages a loss.
 */
export const mean: Rule = {
  name: 'mean',
  description: `the primary figure of the corpus falls by more than ${TOO_MUCH}, or by less but by more than chance explains`,

  judge({ pages: all, metric, flips }) {
    const pages = unacknowledged(all);
    const { before, after } = figuresOver(pages, metric);
    if (before === undefined || after === undefined || after >= before - ROUNDING) return [];
    const isFar = before - after > TOO_MUCH + ROUNDING;
    if (!isFar && chancesOfFall([pagesOfHeadline(pages, metric)], flips)[0]! > LEVEL) return [];
    const why = isFar ? `more than ${TOO_MUCH}` : 'more than chance explains';
    const text = `${metric.name} ${metric.headline} of the corpus fell by ${why}`;
    return [{ rule: mean.name, fails: true, before, after, text }];
  },
};

/** Pages that count for the whole and for slices: not those whose loss somebody accepted. */
export function unacknowledged(pages: readonly GatedPage[]): GatedPage[] {
  return pages.filter((page) => page.acknowledged === undefined);
}
