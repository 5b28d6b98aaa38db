import type { Rule } from '../rule.ts';

/** A page of the baseline that the run does not have. */
export const lostPage: Rule = {
  name: 'lost-page',
  description: 'a page of the baseline is not in the run',

  judge({ removed }) {
    return removed.map((page) => ({
      rule: lostPage.name,
      fails: true,
      page,
      text: 'in the baseline, not in the run',
    }));
  },
};
