import { countAlignment } from '../../align/alignment.ts';
import type { Figure, PageScore } from '../../model/score.ts';
import { mean, meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';

const NOTHING_REQUIRED: Figure = { undefined: 'nothing-required' };
const SOMETHING_REQUIRED: Figure = { undefined: 'something-required' };

/**
 * The primary metric where gold is full text: tokens matched in order by the alignment with gold.
 *
 * With m matched and q required gold tokens and s surplus tokens (q > 0): precision = m / (m + s), 0 if nothing
 * came out; recall = m / q; F1 = 2PR / (P + R), 0 if m = 0. Optional gold is without gain or loss. A page that
 * requires nothing (q = 0) has no such figures but `rejects`: 1 if no token came out that should not have. A failed
 * extraction counts as empty where q > 0 and as a failed reject where q = 0. Corpus: plain means over pages;
 * `reject-surplus` is the mean number of surplus tokens on the pages to reject.
 */
export const tokens: Metric = {
  name: 'tokens',
  version: 2,
  definition:
    'tokens of the extraction in the longest common subsequence with gold, against surplus and missing tokens',
  source: 'Assay',
  needs: 'text',
  figures: ['precision', 'recall', 'f1', 'rejects'],
  headline: 'f1',
  apart: 'rejects',
  reads: 'blocks',
  keys: { norm: 'nfkc', unicode: process.versions['unicode'] ?? 'unknown' },
  aggregation: 'mean-of-pages',

  scorePage(input) {
    const { required, matched, missing, surplus, neutral } = countAlignment(
      input.alignment,
      input.gold.sequence,
    );
    const counts = { required, matched, missing, surplus, neutral, failed: input.failed ? 1 : 0 };
    if (required === 0) {
      const rejects = surplus === 0 && !input.failed ? 1 : 0;
      const none = NOTHING_REQUIRED;
      return { counts, figures: { precision: none, recall: none, f1: none, rejects } };
    }
    const figures = tokenFigures(matched, surplus, required);
    return { counts, figures: { ...figures, rejects: SOMETHING_REQUIRED } };
  },

  describe({ missing = 0, required = 0, surplus = 0 }) {
    return `${missing} of ${required} required tokens missing, ${surplus} surplus`;
  },

  aggregate(scores) {
    return {
      ...meansOf(scores, tokens.figures),
      'reject-surplus': mean(scores.filter(isToReject).map((score) => score.counts['surplus']!)),
    };
  },
};

/** The figures of a page that requires something. */
export function tokenFigures(
  matched: number,
  surplus: number,
  required: number,
): { readonly precision: number; readonly recall: number; readonly f1: number } {
  const precision = matched === 0 ? 0 : matched / (matched + surplus);
  const recall = matched / required;
  return { precision, recall, f1: matched === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function isToReject(score: PageScore): boolean {
  return score.counts['required'] === 0;
}
