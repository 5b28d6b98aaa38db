import { Vocabulary } from '../../document/tokens.ts';
import type { Aggregate, Figure } from '../../model/score.ts';
import { sharedCount, toBag } from '../bag.ts';
import type { Bag } from '../bag.ts';
import { meanOf } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { OPTIONAL_TEXT, optionalTextVariant } from '../optional-text.ts';
import type { PreparedGold } from '../prepared-gold.ts';

const LENGTH = 4;

/**
 * Multisets of 4-grams of `\w+` words, case kept; a text of fewer than four words is one shorter shingle, an
 * empty one none. tp, fp and fn of a page are shared, surplus and missing shingles.
 *
 * Page: precision = tp / (tp + fp), undefined if nothing came out; recall = tp / (tp + fn), undefined if gold is
 * empty; F1 = 2tp / (2tp + fp + fn), undefined if both are empty. (The source divides a page's counts by their
 * sum first, which changes none of these.) Corpus: P and R are means over the pages where they are defined, F1 is
 * their harmonic mean, 0 if both are 0. A failed extraction counts as an empty one.
 *
 * With `empty=zero` a page on which nothing came out, though gold is not empty, has a precision of 0 and counts in the
 * mean of P. newspaper4k's README counts so, and has other figures for the same outputs.
 */
export const shingles: Metric = shinglesWith('left-out');

type Empty = 'left-out' | 'zero';

function shinglesWith(empty: Empty): Metric {
  return {
    name: empty === 'left-out' ? 'shingles' : `shingles:empty=${empty}`,
    version: 2,
    definition: '4-grams of \\w+ words as multisets, means of page precision and recall, F1 of the two means',
    source: 'scrapinghub/article-extraction-benchmark @ 4a3bc97, evaluate.py',
    needs: 'text',
    figures: ['precision', 'recall', 'f1'],
    headline: 'f1',
    reads: 'text',
    keys: { words: '\\w+', length: String(LENGTH), case: 'kept', empty, optional: 'left-out' },
    options: { empty: ['left-out', 'zero'], ...OPTIONAL_TEXT },
    variant: (chosen) =>
      optionalTextVariant(shinglesWith(chosen['empty'] === 'zero' ? 'zero' : 'left-out'), chosen),
    aggregation: 'f1-of-means',
    estimates: { f1: { kind: 'harmonic-mean', of: ['precision', 'recall'] } },

    scorePage(input) {
      const { numbers, bag: gold } = input.gold.derived(goldShingles);
      const extracted = toBag(numbers.continued().of(input.words));
      const tp = sharedCount(extracted, gold);
      const fp = extracted.total - tp;
      const fn = gold.total - tp;
      const figures: Record<string, Figure> = {
        precision: extracted.total === 0 ? precisionOfNothing(empty, gold.total) : tp / (tp + fp),
        recall: gold.total === 0 ? { undefined: 'nothing-required' } : tp / (tp + fn),
        f1: tp + fp + fn === 0 ? { undefined: 'nothing-required' } : (2 * tp) / (2 * tp + fp + fn),
      };
      return { counts: { tp, fp, fn }, figures };
    },

    describe({ tp = 0, fp = 0, fn = 0 }) {
      return `${fn} of ${tp + fn} shingles missing, ${fp} surplus`;
    },

    aggregate(scores) {
      const precision = meanOf(scores, 'precision');
      const recall = meanOf(scores, 'recall');
      return { precision, recall, f1: harmonicMean(precision, recall, scores.length) };
    },
  };
}

function goldShingles({ requiredWords }: PreparedGold): {
  readonly numbers: ShingleNumbers;
  readonly bag: Bag<number>;
} {
  const numbers = new ShingleNumbers();
  return { bag: toBag(numbers.of(requiredWords)), numbers };
}

function precisionOfNothing(empty: Empty, gold: number): Figure {
  return empty === 'zero' && gold > 0 ? 0 : { undefined: 'nothing-extracted' };
}

function harmonicMean(precision: Aggregate, recall: Aggregate, pages: number): Aggregate {
  if (!('value' in precision)) return precision;
  if (!('value' in recall)) return recall;
  const sum = precision.value + recall.value;
  return { value: sum === 0 ? 0 : (2 * precision.value * recall.value) / sum, n: pages };
}

/**
 * Numbers that stand for shingles: there are numbers for words and for pairs of words, and a shingle is a pair of pairs.
 * Gold and extraction share them.
 */
class ShingleNumbers {
  readonly #words: Vocabulary;
  readonly #pairs: Vocabulary<number>;

  constructor(words = new Vocabulary(), pairs = new Vocabulary<number>()) {
    this.#words = words;
    this.#pairs = pairs;
    // Number 0 fills up the one shingle of a text that is shorter than a shingle.
    this.#words.idOf('');
  }

  /** Numbers for another text, those of this one among them; this one must not grow from then on. */
  continued(): ShingleNumbers {
    return new ShingleNumbers(new Vocabulary(this.#words), new Vocabulary(this.#pairs));
  }

  of(words: readonly string[]): number[] {
    if (words.length === 0) return [];
    const ids = words.map((word) => this.#words.idOf(word));
    while (ids.length < LENGTH) ids.push(0);
    const pairs = ids.slice(1).map((id, index) => this.#pairs.idOf(joined(ids[index]!, id)));
    return pairs.slice(2).map((pair, index) => joined(pairs[index]!, pair));
  }
}

/** One number for two of fewer than 26 bits each: no page has 67 million words. */
function joined(first: number, second: number): number {
  return first * 2 ** 26 + second;
}
