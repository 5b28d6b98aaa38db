import { excerpt } from '../../util/excerpt.ts';
import type { PageRule } from '../rule.ts';
import { unwantedSegments, wantedSegments } from '../checked-page.ts';

/** What no extraction can do. */
export const contradictingSegments: PageRule = {
  name: 'contradicting-segments',
  description: 'A segment that must not appear is part of one that must: no extraction gets both points.',
  check(page) {
    return unwantedSegments(page).flatMap((unwanted) => {
      const wanted = wantedSegments(page).find(({ squeezed }) => squeezed.includes(unwanted.squeezed));
      if (wanted === undefined) return [];
      return [
        {
          path: unwanted.path,
          found: `the segment ${excerpt(unwanted.text)}, which must not appear, in ${excerpt(wanted.text)}, which must`,
          expected: 'segments that one extraction can satisfy',
          fix: 'take one of the two away',
        },
      ];
    });
  },
};
