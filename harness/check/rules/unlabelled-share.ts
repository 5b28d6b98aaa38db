import { excerpt } from '../../util/excerpt.ts';
import { unlabelled } from '../checked-page.ts';
import { wholeTextRule } from '../labelled-boilerplate.ts';

/** More of a page than this without a label is more than a clock or a counter that was overlooked. */
const MOST_UNLABELLED = 0.03;

/** Unlabelled text may be forgotten content, and surplus that comes from it has no name. */
export const unlabelledShare = wholeTextRule(
  {
    name: 'unlabelled-share',
    description: `In a corpus that labels boilerplate, a page has no label on more than ${100 * MOST_UNLABELLED} % of its tokens: content may have been forgotten, and leaks from there have no name.`,
  },
  (page) => {
    const { texts, tokens, unlabelled: count } = unlabelled(page);
    const [first] = texts;
    if (first === undefined || count <= MOST_UNLABELLED * tokens) return [];
    const where = first.element === undefined ? '' : ` in ${first.element}`;
    return [
      {
        path: page.gold.boilerplate.length > 0 ? 'boilerplate' : 'body',
        found: `no label on ${count} of ${tokens} tokens of the page, the first in ${excerpt(first.text)}${where}`,
        expected: `a label on all of its text, or all but ${100 * MOST_UNLABELLED} %`,
        fix: 'add what is missing to the body, or to the boilerplate by its category; "assay corpus unlabelled" lists it',
      },
    ];
  },
);
