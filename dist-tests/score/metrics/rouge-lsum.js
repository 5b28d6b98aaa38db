import { spacedTokens } from "../../document/tokens.js";
import { meansOf } from "../aggregate.js";
import { unionHits } from "../union-lcs.js";
/**
 * Summary-level ROUGE-L with lines as sentences and white-space tokens: of each line of gold the tokens that lie on a
 * longest common subsequence with any line of the extraction; of a token no more hits count than either text has of
 * it. With h hits, m tokens of gold and n extracted: precision = h / n, recall = h / m, F1 = 2PR / (P + R), 0 if h = 0.
 * Nothing came out, or the extraction failed: all 0. A page that requires nothing is left out (the source has 0
 * there, also where nothing came out). Corpus: plain means over pages.
 *
 * The order of lines is not seen, the order of words in them is. Bevendorff et al. split sentences with a trained
 * model, not at lines, so that their figures are others.
 */
export const rougeLsum = {
    name: 'rouge-lsum',
    version: 1,
    definition: 'summary-level ROUGE-L: union of longest common subsequences, line by line, white-space tokens',
    source: 'rouge-score (PyPI) rougeLsum, its lines as sentences, no stemming; Bevendorff et al., SIGIR 2023',
    needs: 'text',
    figures: ['precision', 'recall', 'f1'],
    headline: 'f1',
    reads: 'text',
    keys: { words: 'white-space', sentences: 'lines', case: 'kept' },
    aggregation: 'mean-of-pages',
    scorePage(input) {
        const counts = rougeCounts(input.requiredText, input.text);
        if (counts.gold > 0)
            return { counts, figures: rougeFigures(counts) };
        const none = { undefined: 'nothing-required' };
        return { counts, figures: { precision: none, recall: none, f1: none } };
    },
    describe({ hits = 0, gold = 0, extracted = 0 }) {
        return `${gold - hits} of ${gold} white-space tokens missing, ${extracted - hits} surplus`;
    },
    aggregate(scores) {
        return meansOf(scores, rougeLsum.figures);
    },
};
/** Tokens of two texts, and how many of gold's are hit. */
export function rougeCounts(gold, extracted) {
    const [reference, candidate] = [linesOf(gold), linesOf(extracted)];
    const hits = unionHits(reference, candidate);
    return { hits, gold: reference.flat().length, extracted: candidate.flat().length };
}
/** Precision, recall and F1 of counts; all 0 where there is no hit, also where both texts are empty. */
export function rougeFigures({ hits, gold, extracted, }) {
    if (hits === 0)
        return { precision: 0, recall: 0, f1: 0 };
    const [precision, recall] = [hits / extracted, hits / gold];
    return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
function linesOf(text) {
    return text.split('\n').map(spacedTokens);
}
