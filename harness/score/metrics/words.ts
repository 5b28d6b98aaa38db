import { pythonWords } from '../../document/tokens.ts';
import { sharedCount, toBag } from '../bag.ts';
import type { Bag } from '../bag.ts';
import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { OPTIONAL_TEXT, optionalTextVariant } from '../optional-text.ts';
import type { PreparedGold } from '../prepared-gold.ts';

/**
 * Bags of lower-cased `\w+` words: with o words in both bags, precision = o / words extracted, recall = o / words
 * of gold, F1 their harmonic mean, 0 if o = 0. Both empty: all 1; one empty: all 0. A failed extraction counts as
 * empty and is never right (the source reads a missing prediction as an empty one, which is right where gold is
 * empty). Corpus: plain means over all pages. The order of words is not seen.
 */
export const words: Metric = {
  name: 'words',
  version: 2,
  definition: 'bags of lower-cased \\w+ words, mean of page precision, recall and F1',
  source: 'Murrough-Foley/web-content-extraction-benchmark (WCXB) @ c039d5e, evaluate.py',
  needs: 'text',
  figures: ['precision', 'recall', 'f1'],
  headline: 'f1',
  reads: 'text',
  keys: { words: '\\w+', case: 'lower', optional: 'left-out' },
  options: OPTIONAL_TEXT,
  variant: (chosen) => optionalTextVariant(words, chosen),
  aggregation: 'mean-of-pages',

  scorePage(input) {
    const gold = input.gold.derived(bagOfRequired);
    const extracted = bagOfWords(input.textWithoutOptional);
    const overlap = sharedCount(extracted, gold);
    const counts = { overlap, extracted: extracted.total, gold: gold.total };
    if (gold.total === 0 || overlap === 0) {
      const right = gold.total === 0 && extracted.total === 0 && !input.failed ? 1 : 0;
      return { counts, figures: { precision: right, recall: right, f1: right } };
    }
    const precision = overlap / extracted.total;
    const recall = overlap / gold.total;
    return { counts, figures: { precision, recall, f1: (2 * precision * recall) / (precision + recall) } };
  },

  describe({ overlap = 0, extracted = 0, gold = 0 }) {
    return `${gold - overlap} of ${gold} words missing, ${extracted - overlap} surplus`;
  },

  aggregate(scores) {
    return meansOf(scores, words.figures);
  },
};

function bagOfRequired({ requiredText }: PreparedGold): Bag<string> {
  return bagOfWords(requiredText);
}

/** Lower case comes before the words are cut: it can turn one letter into a letter and a mark. */
function bagOfWords(text: string): Bag<string> {
  return toBag(pythonWords(text.toLowerCase()));
}
