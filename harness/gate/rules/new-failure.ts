import type { GatedPage, PageState } from '../gated.ts';
import type { Rule } from '../rule.ts';

/** A page that failed, came out empty or was skipped, and did not before. */
export const newFailure: Rule = {
  name: 'new-failure',
  description:
    'a page fails, comes out empty or is skipped that did not before; a failure is tried again alone first',

  judge({ pages }) {
    return pages.flatMap((page) => {
      const text = page.acknowledged === undefined ? newTrouble(page) : undefined;
      return text === undefined
        ? []
        : [{ rule: newFailure.name, fails: true, page: page.page, ...values(page), text }];
    });
  },
};

/** What is wrong with a page that was not wrong with it before. To leave a page alone that has nothing to extract is right. */
export function newTrouble({ before, after, change }: GatedPage): string | undefined {
  if (troubleOf(before) !== undefined || (after.isEmpty && change >= 0)) return undefined;
  return troubleOf(after);
}

function troubleOf({ status, failure, isEmpty }: PageState): string | undefined {
  if (status === 'failed') return `failed: ${failure}`;
  if (status === 'skipped') return 'skipped';
  return isEmpty ? 'came out empty' : undefined;
}

function values({ before, after }: GatedPage): { readonly before?: number; readonly after?: number } {
  return {
    ...(before.value !== undefined && { before: before.value }),
    ...(after.value !== undefined && { after: after.value }),
  };
}
