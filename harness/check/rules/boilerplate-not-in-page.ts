import type { CheckedPage } from '../checked-page.ts';
import { goldTexts } from '../facts/gold-texts.ts';
import { isInPage, missingText } from '../missing-text.ts';
import type { Finding, PageRule } from '../rule.ts';

/** A label that labels nothing. */
export const boilerplateNotInPage: PageRule = {
  name: 'boilerplate-not-in-page',
  description: 'An entry of boilerplate is not in the page, white space aside: it labels nothing.',
  check(page: CheckedPage): Finding[] {
    return goldTexts(page)
      .filter((gold) => gold.type === 'boilerplate' && !isInPage(page, gold))
      .map((gold) => missingText(page, gold));
  },
};
