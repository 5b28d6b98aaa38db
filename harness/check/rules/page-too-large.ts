import { excessOfPage } from '../../document/excess.ts';
import type { PageRule } from '../rule.ts';

/** A page that no extraction of is scored; nothing else is said of it. */
export const pageTooLarge: PageRule = {
  name: 'page-too-large',
  description:
    'The page has more bytes, tags or text than are read: every extractor fails on it as unscorable, and no other rule looks at it.',
  check(page) {
    const excess = excessOfPage(page.page);
    if (excess === undefined) return [];
    return [
      {
        found: `a page of ${excess}`,
        expected: 'a page within the limits, which are far beyond any article',
        fix: 'fetch the page again, or take it out of the corpus',
      },
    ];
  },
};
