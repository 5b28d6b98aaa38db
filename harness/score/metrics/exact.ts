import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { OPTIONAL_TEXT, optionalTextVariant } from '../optional-text.ts';

/**
 * Whether the `\w+` words of the extraction are exactly those of gold, in order, case kept. An empty extraction
 * of empty gold is exact; a failed extraction never is. Corpus: share of all pages.
 */
export const exact: Metric = {
  name: 'exact',
  version: 2,
  definition: 'share of pages whose \\w+ words equal those of gold, in order',
  source: 'scrapinghub/article-extraction-benchmark @ 4a3bc97, evaluate.py (its "accuracy")',
  needs: 'text',
  figures: ['accuracy'],
  headline: 'accuracy',
  reads: 'text',
  keys: { words: '\\w+', case: 'kept', optional: 'left-out' },
  options: OPTIONAL_TEXT,
  variant: (chosen) => optionalTextVariant(exact, chosen),
  aggregation: 'mean-of-pages',

  scorePage(input) {
    const expected = input.gold.requiredWords;
    const extracted = input.words;
    const same =
      expected.length === extracted.length && expected.every((id, index) => id === extracted[index]);
    const accuracy = same && !input.failed ? 1 : 0;
    return { counts: { exact: accuracy }, figures: { accuracy } };
  },

  describe({ exact: same = 0 }) {
    return same === 1 ? 'the words of gold' : 'other words than gold';
  },

  aggregate(scores) {
    return meansOf(scores, exact.figures);
  },
};
