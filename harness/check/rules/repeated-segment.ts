import { excerpt } from '../../gold/yaml/fault.ts';
import type { CheckedPage } from '../checked-page.ts';
import { unwantedSegments, wantedSegments } from '../facts/segments.ts';
import type { Snippet } from '../facts/segments.ts';
import type { Finding, PageRule } from '../rule.ts';

/** A segment that counts twice. */
export const repeatedSegment: PageRule = {
  name: 'repeated-segment',
  description: 'The same segment is listed twice on one page, so it counts twice.',
  check(page: CheckedPage): Finding[] {
    return [...repeatedIn(wantedSegments(page)), ...repeatedIn(unwantedSegments(page))];
  },
};

function repeatedIn(snippets: readonly Snippet[]): Finding[] {
  return snippets
    .filter(({ squeezed }, index) => snippets.findIndex((other) => other.squeezed === squeezed) < index)
    .map(({ text }) => ({
      found: `the segment ${excerpt(text)} a second time`,
      expected: 'each segment once',
      mend: 'take one of the two away',
    }));
}
