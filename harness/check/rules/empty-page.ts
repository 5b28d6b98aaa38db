import type { PageRule } from '../rule.ts';
import { contentNeedles, squeezedText } from '../checked-page.ts';

/** A page that was not fetched, or that a script would have built. */
export const emptyPage: PageRule = {
  name: 'empty-page',
  description:
    'The page has no text that a reader sees, but gold that must come out: it was not fetched, or a script would have built it.',
  check(page) {
    if (squeezedText(page) !== '') return [];
    const shown = contentNeedles(page).filter(({ from }) => from === undefined).length;
    const wanted = shown + (page.gold.segments?.with.length ?? 0);
    if (wanted === 0) return [];
    return [
      {
        found: `a page of ${page.page.bytes.length} bytes without any text, and ${wanted} texts of gold`,
        expected: 'a page that has its text in it',
        fix: 'fetch the page again, or take it out of the corpus',
      },
    ];
  },
};
