import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';

/**
 * The snippets of `segments` as WCXB looks for them: in lower case on both sides, white space as it is.
 *
 * Page: `with` is the share of wanted snippets that are there, `without` the share of unwanted ones that are there, so
 * **less is better** for it. Where a page has no snippets of one sort its share is 1, for unwanted ones too: such a
 * page counts as if all its boilerplate had come out. That is a slip of the source, kept here so that the figures are
 * its figures. Corpus: plain means over all pages that have a list of snippets, be it empty.
 */
export const segmentsWcxb: Metric = {
  name: 'segments-wcxb',
  version: 1,
  definition: 'must-appear and must-not-appear snippets in lower case, mean of page shares; less is better for "without"', // prettier-ignore
  source: 'Murrough-Foley/web-content-extraction-benchmark (WCXB) @ c039d5e, evaluate.py',
  needs: 'segments',
  figures: ['with', 'without'],
  headline: 'with',
  reads: 'text',
  keys: { space: 'kept', case: 'lower', empty: '1' },
  aggregation: 'mean-of-pages',

  scorePage(input) {
    const text = input.text.toLowerCase();
    const found = (snippets: readonly string[]): number =>
      snippets.filter((snippet) => text.includes(snippet.toLowerCase())).length;
    const { with: wanted = [], without: unwanted = [] } = input.gold.labels.segments ?? {};
    const [tp, fp] = [found(wanted), found(unwanted)];
    return {
      counts: { tp, fp, fn: wanted.length - tp, tn: unwanted.length - fp },
      figures: { with: shareOf(tp, wanted.length), without: shareOf(fp, unwanted.length) },
    };
  },

  describe({ tp = 0, fp = 0, fn = 0, tn = 0 }) {
    return `${fn} of ${tp + fn} wanted snippets missing, ${fp} of ${fp + tn} unwanted ones there`;
  },

  aggregate(scores) {
    return meansOf(scores, segmentsWcxb.figures);
  },
};

function shareOf(found: number, all: number): number {
  return all === 0 ? 1 : found / all;
}
