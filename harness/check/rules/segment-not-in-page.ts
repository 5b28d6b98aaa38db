import { excerpt } from '../../util/excerpt.ts';
import type { PageRule } from '../rule.ts';
import { describeAbsence, whereaboutsOf } from '../missing-text.ts';
import { squeezedText, wantedSegments } from '../checked-page.ts';

/** Recall that no extractor can reach. */
export const segmentNotInPage: PageRule = {
  name: 'segment-not-in-page',
  description:
    'A segment that must appear is not in what a reader sees of the page, white space aside: recall that an extractor of visible text cannot reach.',
  check(page) {
    return wantedSegments(page)
      .filter(({ squeezed }) => !squeezedText(page).includes(squeezed))
      .map(({ path, text, squeezed }) => ({
        path,
        found: `the segment ${excerpt(text)}, which must appear and is ${describeAbsence(page, text, whereaboutsOf(page, squeezed))}`,
        expected: 'a snippet of the page, white space aside',
        fix: 'write it as the page has it, or take it away',
      }));
  },
};
