import { scoreDisplaced } from '../displaced.ts';
import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';

/**
 * Gold that came out more than once: the share of required tokens that are matched in their place and stand in a
 * surplus stretch of five tokens or more as well; a token said three times counts once. 0 is best. Undefined where
 * nothing is required or nothing came out. Corpus: plain mean over pages.
 */
export const repeats: Metric = {
  name: 'repeats',
  version: 2,
  definition: 'share of gold tokens that came out more than once, in stretches of five or more',
  source: 'Assay',
  needs: 'text',
  figures: ['repeated'],
  headline: 'repeated',
  best: 0,
  companion: true,
  reads: 'blocks',
  keys: { norm: 'nfkc', stretch: '5' },
  aggregation: 'mean-of-pages',

  scorePage: ({ displaced }) => scoreDisplaced(displaced, 'repeated'),

  describe({ repeated = 0, required = 0 }) {
    return `${repeated} of ${required} required tokens more than once`;
  },

  aggregate(scores) {
    return meansOf(scores, repeats.figures);
  },
};
