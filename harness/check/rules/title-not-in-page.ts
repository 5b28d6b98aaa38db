import { excerpt } from '../../util/excerpt.ts';
import { isInSource, lettersOf } from '../source-text.ts';
import type { PageRule } from '../rule.ts';

/** A title that no extractor can return. */
export const titleNotInPage: PageRule = {
  name: 'title-not-in-page',
  description:
    'The title stands nowhere in the source of the page, head and scripts included, case and punctuation aside: no extractor can return it.',
  check(page) {
    const { title } = page.gold.metadata;
    if (title === undefined || isInSource(page, lettersOf(title))) return [];
    return [
      {
        path: 'title',
        found: `the title ${excerpt(title)}, which is nowhere in the page`,
        expected: 'the headline as the page has it, without the name of the site',
        fix: 'write it as the page has it',
      },
    ];
  },
};
