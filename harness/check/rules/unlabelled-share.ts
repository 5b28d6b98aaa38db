import { pathAt } from '../../document/page-document.ts';
import { Vocabulary, tokenize } from '../../document/tokens.ts';
import { excerpt } from '../../util/excerpt.ts';
import { labelTokens } from '../../label/labels.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import type { CheckedPage } from '../checked-page.ts';
import { goldNeedles, pageDocument, pageLabels } from '../checked-page.ts';

/** More of a page than this without a label is more than a clock or a counter that was overlooked. */
const MOST_UNLABELLED = 0.05;

/** Unlabelled text may be forgotten content, and surplus that comes from it has no name. */
export const unlabelledShare: PageRule = {
  name: 'unlabelled-share',
  description: `A page whose boilerplate is labelled has no label on more than ${100 * MOST_UNLABELLED} % of its text: content may have been forgotten, and leaks from there have no name.`,
  check(page: CheckedPage): PageFinding[] {
    if (!goldNeedles(page).some(({ type }) => type === 'boilerplate')) return [];
    const document = pageDocument(page);
    const { blocks } = document;
    const tokens = tokenize(blocks, new Vocabulary());
    const pieces = labelTokens(pageLabels(page), tokens);
    const unlabelled = [...pieces.keys()].filter((index) =>
      pieces[index]!.some(({ label }) => label === undefined),
    );
    if (unlabelled.length <= MOST_UNLABELLED * tokens.length) return [];
    const first = unlabelled[0]!;
    const [block, start] = [tokens.block[first]!, tokens.start[first]!];
    const path = pathAt(document, { block, start });
    const where = path === undefined ? '' : ` in ${path}`;
    return [
      {
        path: 'boilerplate',
        found: `no label on ${unlabelled.length} of ${tokens.length} tokens of the page, the first in ${excerpt(blocks[block]!.text.slice(start))}${where}`,
        expected: `a label on all of its text, or all but ${100 * MOST_UNLABELLED} %`,
        fix: 'add what is missing to the body, or to the boilerplate by its category',
      },
    ];
  },
};
