import { excerpt } from '../../util/excerpt.ts';
import { squeeze } from '../../document/squeeze.ts';
import type { PageRule } from '../rule.ts';
import { contentNeedles } from '../checked-page.ts';

/** Two titles of one page. */
export const titleMismatch: PageRule = {
  name: 'title-mismatch',
  description:
    'The title differs from the title block of the body, white space and case aside: one page has two truths about its title.',
  check(page) {
    const { title } = page.gold.metadata;
    const blocks = contentNeedles(page).filter(({ name }) => name === 'title');
    if (title === undefined || blocks.length === 0) return [];
    const wanted = squeeze(title).toLowerCase();
    if (blocks.some(({ squeezed }) => squeezed.toLowerCase() === wanted)) return [];
    return [
      {
        path: 'title',
        found: `the title ${excerpt(title)}, and ${excerpt(blocks[0]!.text)} as title block of the body`,
        expected: 'the same headline in both',
        fix: 'write both as the page has its headline',
      },
    ];
  },
};
