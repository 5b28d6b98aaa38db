import { excerpt } from '../../util/excerpt.ts';
import type { PageRule } from '../rule.ts';
import { squeezedGold, wantedSegments } from '../checked-page.ts';

/** Two labels of one page that contradict each other. */
export const segmentNotInGold: PageRule = {
  name: 'segment-not-in-gold',
  description:
    "A segment that must appear is not in the page's own gold text, white space aside: a perfect extraction fails it.",
  check(page) {
    if (page.gold.body === undefined) return [];
    const gold = squeezedGold(page);
    return wantedSegments(page)
      .filter(({ squeezed }) => !gold.includes(squeezed))
      .map(({ path, text, squeezed }) => ({
        path,
        found: `the segment ${excerpt(text)}, which must appear and is ${gold.toLowerCase().includes(squeezed.toLowerCase()) ? 'in the gold text in other case only' : 'not in the gold text'}`,
        expected: 'a snippet of the gold text',
        fix: 'complete the gold text, or take the segment away',
      }));
  },
};
