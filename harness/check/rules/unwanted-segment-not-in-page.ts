import { excerpt } from '../../util/excerpt.ts';
import type { PageRule } from '../rule.ts';
import { describeAbsence, whereaboutsOf } from '../missing-text.ts';
import { squeezedText, unwantedSegments } from '../checked-page.ts';

/** A point for nothing. */
export const unwantedSegmentNotInPage: PageRule = {
  name: 'unwanted-segment-not-in-page',
  description:
    'A segment that must not appear is not in what a reader sees of the page, white space aside: every extractor gets the point for it.',
  check(page) {
    return unwantedSegments(page)
      .filter(({ squeezed }) => !squeezedText(page).includes(squeezed))
      .map(({ path, text, squeezed }) => ({
        path,
        found: `the segment ${excerpt(text)}, which must not appear and is ${describeAbsence(page, text, whereaboutsOf(page, squeezed))}`,
        expected: 'a snippet that an extractor could return by mistake',
        fix: 'write it as the page has it, or take it away',
      }));
  },
};
