import { missingBlocks, missingText } from '../missing-text.ts';
import type { PageRule } from '../rule.ts';

/** A block that no extractor can return, because the page does not hold it. */
export const goldNotInPage: PageRule = {
  name: 'gold-not-in-page',
  description:
    'A block of the body or the comments is not in the page, white space aside: no extractor can return all of it.',
  check(page) {
    return missingBlocks(page)
      .filter(({ differs }) => differs === 'words')
      .map(({ gold }) => missingText(page, gold));
  },
};
