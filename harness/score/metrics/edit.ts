import { lcsLength } from '../../align/lcs.ts';
import { Vocabulary, spacedTokens } from '../../document/tokens.ts';
import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { OPTIONAL_TEXT, optionalTextVariant } from '../optional-text.ts';
import type { PreparedGold } from '../prepared-gold.ts';

/**
 * Normalised indel similarity of the white-space tokens of gold and extraction: with l tokens in their longest
 * common subsequence, n in gold and m extracted, 2l / (n + m). Both empty: 1; one empty: 0. A failed extraction
 * counts as empty and is never right. Corpus: plain mean over all pages.
 *
 * Text without spaces between words (Chinese, Japanese, Thai) is one token a sentence, or longer.
 */
export const edit: Metric = {
  name: 'edit',
  version: 3,
  definition: 'indel similarity of white-space tokens, 2·LCS / (gold + extracted)',
  source:
    'Levenshtein.ratio over lists of tokens (PyPI Levenshtein), as in Bevendorff et al., SIGIR 2023, "levenshtein"',
  needs: 'text',
  figures: ['similarity'],
  headline: 'similarity',
  reads: 'text',
  keys: { words: 'white-space', case: 'kept', optional: 'left-out' },
  options: OPTIONAL_TEXT,
  variant: (chosen) => optionalTextVariant(edit, chosen),
  aggregation: 'mean-of-pages',

  scorePage(input) {
    const { common, gold, extracted } = editCounts(input.gold.derived(goldTokens), input.textWithoutOptional);
    const similarity = input.failed ? 0 : similarityOf({ common, gold, extracted });
    return { counts: { common, gold, extracted }, figures: { similarity } };
  },

  describe({ common = 0, gold = 0, extracted = 0 }) {
    return `${gold - common} of ${gold} white-space tokens missing, ${extracted - common} surplus`;
  },

  aggregate(scores) {
    return meansOf(scores, edit.figures);
  },
};

interface EditCounts {
  readonly common: number;
  readonly gold: number;
  readonly extracted: number;
}

/** White-space tokens of gold and extraction, and how many a longest common subsequence of them has. */
export function editCounts(gold: NumberedTokens, extracted: string): EditCounts {
  const { vocabulary } = gold;
  // Words that gold does not have are in no common subsequence, whichever they are: one number stands for all of them.
  const ids = toIds(extracted, (token) => vocabulary.find(token) ?? vocabulary.size);
  return { common: lcsLength(gold.ids, ids), gold: gold.ids.length, extracted: ids.length };
}

/** The white-space tokens of a text by their numbers. */
interface NumberedTokens {
  readonly ids: Int32Array;
  readonly vocabulary: Vocabulary;
}

export function numberTokens(text: string): NumberedTokens {
  const vocabulary = new Vocabulary();
  return { ids: toIds(text, (token) => vocabulary.idOf(token)), vocabulary };
}

function toIds(text: string, toNumber: (token: string) => number): Int32Array {
  return Int32Array.from(spacedTokens(text), toNumber);
}

function goldTokens({ requiredText }: PreparedGold): NumberedTokens {
  return numberTokens(requiredText);
}

/** 2·LCS / (n + m), 1 if both are empty: `Levenshtein.ratio`. */
export function similarityOf({ common, gold, extracted }: EditCounts): number {
  return gold + extracted === 0 ? 1 : (2 * common) / (gold + extracted);
}
