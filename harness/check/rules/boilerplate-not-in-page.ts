import { isInPage, missingText } from '../missing-text.ts';
import type { PageRule } from '../rule.ts';
import { goldNeedles } from '../checked-page.ts';

/** A label that labels nothing. */
export const boilerplateNotInPage: PageRule = {
  name: 'boilerplate-not-in-page',
  description: 'An entry of boilerplate is not in the page, white space aside: it labels nothing.',
  check(page) {
    return goldNeedles(page)
      .filter((gold) => gold.type === 'boilerplate' && !isInPage(page, gold))
      .map((gold) => missingText(page, gold));
  },
};
