import { excerpt } from '../../util/excerpt.ts';
import { HOW_TO_FIX, missingBlocks } from '../missing-text.ts';
import { nearestText } from '../nearest-text.ts';
import type { PageRule } from '../rule.ts';

/** A block whose words the page has in a row, with other signs: list marks, quotation marks, dashes. */
export const punctuationMismatch: PageRule = {
  name: 'punctuation-mismatch',
  description:
    'A block has other punctuation than the page, the words being the same: metrics of words do not see it, those that compare text do.',
  check(page) {
    return missingBlocks(page)
      .filter(({ differs }) => differs === 'signs')
      .map(({ gold: { path, name, text } }) => ({
        path,
        found: `${name} ${excerpt(text)}, whose words the page has with other punctuation${nearestText(page, text)}`,
        expected: 'text of the page, white space aside',
        fix: HOW_TO_FIX,
      }));
  },
};
