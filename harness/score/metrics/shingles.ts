import { GramIndex, gramHash } from '../../align/gram-index.ts';
import type { Aggregate, Figure } from '../../model/score.ts';
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
      const gold = input.gold.derived(goldShingles);
      const words = filledUp(input.words);
      const extracted = countOf(words);
      const tp = gold.sharedWith(words);
      const fp = extracted - tp;
      const fn = gold.total - tp;
      const figures: Record<string, Figure> = {
        precision: extracted === 0 ? precisionOfNothing(empty, gold.total) : tp / (tp + fp),
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

function goldShingles({ requiredWords }: PreparedGold): ShingleBag {
  return new ShingleBag(filledUp(requiredWords));
}

/** A text that is shorter than a shingle is one, filled up with what is no word. */
function filledUp(words: Int32Array): Int32Array {
  if (words.length === 0 || words.length >= LENGTH) return words;
  const filled = new Int32Array(LENGTH).fill(-1);
  filled.set(words);
  return filled;
}

function countOf(words: Int32Array): number {
  return Math.max(0, words.length - LENGTH + 1);
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

/** The shingles of a text without their order. */
class ShingleBag {
  readonly total: number;
  readonly #words: Int32Array;
  readonly #places: GramIndex;
  /** At the first place of each shingle how often the text has it. */
  readonly #counts: Int32Array;

  constructor(words: Int32Array) {
    this.#words = words;
    this.total = countOf(words);
    this.#places = new GramIndex(words, LENGTH);
    this.#counts = new Int32Array(this.total);
    for (let at = 0; at < this.total; at++) this.#counts[this.#find(words, at)]!++;
  }

  /** How many shingles two texts share, as multisets. */
  sharedWith(words: Int32Array): number {
    const left = this.#counts.slice();
    let shared = 0;
    for (let at = 0; at + LENGTH <= words.length; at++) {
      const place = this.#find(words, at);
      if (place >= 0 && left[place]!-- > 0) shared++;
    }
    return shared;
  }

  /** The first place of the shingle that begins at a place of a text, or -1. */
  #find(text: Int32Array, at: number): number {
    let place = this.#places.first(gramHash(text, at, LENGTH));
    while (place >= 0 && !isSame(this.#words, place, text, at)) place = this.#places.next[place]!;
    return place;
  }
}

function isSame(one: Int32Array, at: number, other: Int32Array, place: number): boolean {
  for (let offset = 0; offset < LENGTH; offset++)
    if (one[at + offset] !== other[place + offset]) return false;
  return true;
}
