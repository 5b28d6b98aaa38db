import { scoreDisplaced } from '../displaced.ts';
import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';

/**
 * Gold that came out, but not in its place: the share of required tokens that the alignment calls missing though they
 * stand in a surplus stretch of five tokens or more (islands of fewer than three matched tokens do not end one). 0 is
 * best. Undefined where nothing is required or nothing came out. Corpus: plain mean over pages.
 *
 * `tokens` counts such a token twice, as missing and as surplus; this says how much of that is order alone.
 */
export const order: Metric = {
  name: 'order',
  version: 2,
  definition:
    'share of gold tokens that came out elsewhere than in their place, in stretches of five or more',
  source: 'Assay',
  needs: 'text',
  figures: ['moved'],
  headline: 'moved',
  best: 0,
  companion: true,
  reads: 'blocks',
  keys: { norm: 'nfkc', stretch: '5' },
  aggregation: 'mean-of-pages',

  scorePage: ({ displaced }) => scoreDisplaced(displaced, 'moved'),

  describe({ moved = 0, required = 0 }) {
    return `${moved} of ${required} required tokens in another place`;
  },

  aggregate(scores) {
    return meansOf(scores, order.figures);
  },
};
