import { excerpt } from '../../corpus/yaml/fault.ts';
import type { CheckedPage } from '../checked-page.ts';
import { goldTexts } from '../facts/gold-texts.ts';
import type { Finding, PageRule } from '../rule.ts';
import { isInPage, missingText } from '../missing-text.ts';

/** A block that no extractor can return, because the page does not hold it. */
export const goldNotInPage: PageRule = {
  name: 'gold-not-in-page',
  description:
    'A block of the body or the comments is not in the page, white space aside: no extractor can return it.',
  check(page: CheckedPage): Finding[] {
    return page
      .get(goldTexts)
      .filter((gold) => gold.type === 'block' && !isInPage(page, gold))
      .map((gold) => missingText(page, gold, `${gold.name} ${excerpt(gold.text)}`));
  },
};
