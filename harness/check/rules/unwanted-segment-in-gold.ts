import { excerpt } from '../../util/excerpt.ts';
import type { PageRule } from '../rule.ts';
import { squeezedGold, unwantedSegments } from '../checked-page.ts';

/** Two labels of one page that contradict each other. */
export const unwantedSegmentInGold: PageRule = {
  name: 'unwanted-segment-in-gold',
  description:
    "A segment that must not appear is in the page's own gold text, white space aside: a perfect extraction is punished for it.",
  check(page) {
    return unwantedSegments(page)
      .filter(({ squeezed }) => squeezedGold(page).includes(squeezed))
      .map(({ path, text }) => ({
        path,
        found: `the segment ${excerpt(text)}, which must not appear and is in the gold text`,
        expected: 'a snippet of what is not gold',
        fix: 'take the segment away, or its text out of the gold',
      }));
  },
};
