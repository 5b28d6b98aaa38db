import { excerpt } from '../../util/excerpt.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import type { Snippet } from '../checked-page.ts';
import { unwantedSegments, wantedSegments } from '../checked-page.ts';

/** A segment that counts twice. */
export const repeatedSegment: PageRule = {
  name: 'repeated-segment',
  description: 'The same segment is listed twice on one page, so it counts twice.',
  check(page) {
    return [...repeatedIn(wantedSegments(page)), ...repeatedIn(unwantedSegments(page))];
  },
};

function repeatedIn(snippets: readonly Snippet[]): PageFinding[] {
  return snippets
    .filter(({ squeezed }, index) => snippets.findIndex((other) => other.squeezed === squeezed) < index)
    .map(({ path, text }) => ({
      path,
      found: `the segment ${excerpt(text)} a second time`,
      expected: 'each segment once',
      fix: 'take one of the two away',
    }));
}
