import { excerpt } from '../../util/excerpt.ts';
import { isInSource, lettersOf } from '../source-text.ts';
import type { PageRule } from '../rule.ts';
import type { CheckedPage } from '../checked-page.ts';

/** An author whose name no extractor can return. */
export const authorNotInPage: PageRule = {
  name: 'author-not-in-page',
  description:
    'An author is named nowhere in the source of the page, head and scripts included, case and punctuation aside, nor with the family name first: no extractor can return the name.',
  check(page) {
    return (page.gold.metadata.authors ?? []).flatMap((author, index) => {
      if (isNamed(page, author)) return [];
      return [
        {
          path: `authors[${index}]`,
          found: `the author ${excerpt(author)}, who is named nowhere in the page`,
          expected: 'names as the page has them',
          fix: 'write the name as the page has it, one author an entry',
        } as const,
      ];
    });
  },
};

/** `Ada King` is also named by `King, Ada`. */
function isNamed(page: CheckedPage, author: string): boolean {
  const words = author.split(/\s+/u).map(lettersOf).filter((word) => word !== ''); // prettier-ignore
  return words.some((_, index) =>
    isInSource(page, [...words.slice(index), ...words.slice(0, index)].join('')),
  );
}
