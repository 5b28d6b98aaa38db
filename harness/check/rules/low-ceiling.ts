import { POLICIES } from '../../model/policy.ts';
import { pageCeilings } from '../../score/ceiling.ts';
import type { Ceiling } from '../../score/ceiling.ts';
import type { PageRule } from '../rule.ts';
import { pageDocument } from '../checked-page.ts';

/** Pages whose ceiling is lower than this have gold that is worth a look. */
export const LOW_CEILING = 0.9;

/** No extractor is to blame for what the page does not hold. */
export const lowCeiling: PageRule = {
  name: 'low-ceiling',
  description: `No selection of the page's own text could score an F1 of ${LOW_CEILING}: the page lacks what the gold asks for, or has it in another order.`,
  check(page) {
    return pageCeilings(pageDocument(page), page.gold, POLICIES.article)
      .filter(({ f1 }) => f1 < LOW_CEILING)
      .map((ceiling) => ({
        ...(ceiling.metric === 'tokens' && { path: 'body' as const }),
        found: `a ceiling of ${ceiling.metric} F1 ${ceiling.f1.toFixed(3)}: ${describe(ceiling)}`,
        expected: `gold that a selection of the page's text can reach, at ${LOW_CEILING} or above`,
        fix: 'look at what else is reported of the page; gold from elsewhere is of no use to a test',
      }));
  },
};

function describe({ metric, reachable, needed }: Ceiling): string {
  const what = metric === 'tokens' ? 'required tokens in their order' : 'must-appear segments';
  return `the page has ${reachable} of ${needed} ${what}`;
}
