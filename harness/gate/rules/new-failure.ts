import type { GatedPage, PageState } from '../gated.ts';
import type { Rule } from '../rule.ts';

/** A page that failed, came out empty or was skipped, and fared better before. */
export const newFailure: Rule = {
  name: 'new-failure',
  description:
    'a page fails, or it comes out empty or is skipped, that fared better before; a failure is tried again alone first',

  judge({ pages }) {
    return pages.flatMap((page) => {
      const text = page.acknowledged === undefined ? newTrouble(page) : undefined;
      return text === undefined
        ? []
        : [{ rule: newFailure.name, fails: true, page: page.page, ...values(page), text }];
    });
  },
};

/** What is wrong with a page where nothing, or something less bad, was wrong with it before. */
export function newTrouble({ before, after }: Pick<GatedPage, 'before' | 'after'>): string | undefined {
  const trouble = troubleOf(after);
  return trouble.badness > troubleOf(before).badness ? trouble.text : undefined;
}

interface Trouble {
  /** 0: none; 1: nothing came out, or nobody tried; 2: it failed. */
  readonly badness: 0 | 1 | 2;
  readonly text: string;
}

/** To leave a page alone that has nothing to extract is right. */
function troubleOf({ status, failure, isEmpty, value = 1 }: PageState): Trouble {
  if (status === 'failed') return { badness: 2, text: `failed: ${failure}` };
  if (status === 'skipped') return { badness: 1, text: 'skipped' };
  return isEmpty && value < 1 ? { badness: 1, text: 'came out empty' } : { badness: 0, text: 'nothing' };
}

function values({ before, after }: GatedPage): { readonly before?: number; readonly after?: number } {
  return {
    ...(before.value !== undefined && { before: before.value }),
    ...(after.value !== undefined && { after: after.value }),
  };
}
