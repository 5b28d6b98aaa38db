import { lcsLength } from "../../align/lcs-length.js";
import { spacedTokens } from "../../document/tokens.js";
import { Vocabulary } from "../../document/vocabulary.js";
import { meansOf } from "../aggregate.js";
/**
 * Normalised indel similarity of the white-space tokens of gold and extraction: with l tokens in their longest
 * common subsequence, n in gold and m extracted, 2l / (n + m). Both empty: 1; one empty: 0. A failed extraction
 * counts as empty and is never right. Corpus: plain mean over all pages.
 *
 * Text without spaces between words (Chinese, Japanese, Thai) is one token a sentence, or longer.
 */
export const edit = {
    name: 'edit',
    version: 1,
    definition: 'indel similarity of white-space tokens, 2·LCS / (gold + extracted)',
    source: 'Levenshtein.ratio over lists of tokens (PyPI Levenshtein), as in Bevendorff et al., SIGIR 2023, "levenshtein"',
    needs: 'text',
    figures: ['similarity'],
    headline: 'similarity',
    reads: 'text',
    keys: { words: 'white-space', case: 'kept' },
    aggregation: 'mean-of-pages',
    scorePage(input) {
        const { common, gold, extracted } = editCounts(input.requiredText, input.text);
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
/** White-space tokens of two texts, and how many a longest common subsequence of them has. */
export function editCounts(gold, extracted) {
    const vocabulary = new Vocabulary();
    const idsOf = (text) => Int32Array.from(spacedTokens(text), (token) => vocabulary.idOf(token));
    const [left, right] = [idsOf(gold), idsOf(extracted)];
    return { common: lcsLength(left, right), gold: left.length, extracted: right.length };
}
/** 2·LCS / (n + m), 1 if both are empty: `Levenshtein.ratio`. */
export function similarityOf({ common, gold, extracted }) {
    return gold + extracted === 0 ? 1 : (2 * common) / (gold + extracted);
}
