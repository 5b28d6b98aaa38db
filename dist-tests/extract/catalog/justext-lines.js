import { textLines } from "../../document/text-lines.js";
import { defineExtractor } from "../define-extractor.js";
import { STOP_LISTS } from "./stop-words.js";
/** Lengths in characters, as jusText has them. */
const LENGTH_LOW = 70;
const LENGTH_HIGH = 200;
/**
 * Shares of words that are stop words: three quarters of jusText's 0.30 and 0.32. Its lists have hundreds of words and
 * hold half of those of English articles; the ones here hold 0.37 of them.
 */
const STOP_WORDS_LOW = 0.225;
const STOP_WORDS_HIGH = 0.24;
/** A list is that of a page's language if it holds at least this share of the words of its long lines. */
const LEAST_KNOWN = 0.15;
/**
 * The rules of jusText on lines (Pomikálek, "Removing Boilerplate and Duplicate Content from Web Corpora", 2011):
 * each line is good, near-good, short or bad by its length and the density of
 * stop words; then short and near-good lines follow the good or bad ones around them.
 *
 * Text has no links and no headings, so the density of links does not count (in HTML it makes most menus bad) and
 * nothing is done for headings. Stop words are Assay's own short lists for eleven languages; the page's is the one that
 * has most words of its long lines. Where none has enough of them, density is not asked for, which is how jusText
 * itself is run without a list: long lines are good, medium ones near-good. So it is in scripts without spaces, for
 * which the lengths, made for alphabets, are long.
 */
export default defineExtractor({
    name: 'justext-lines',
    version: '1',
    accepts: ['text'],
    extract({ text }) {
        const lines = textLines(text);
        const list = likeliestList(lines.filter((line) => lengthOf(line) >= LENGTH_LOW).flatMap(wordsOf));
        const classes = revise(lines.map((line) => classify(line, list)));
        const kept = lines.filter((_, index) => classes[index] === 'good');
        return kept.length === 0 ? null : { text: kept.join('\n') };
    },
});
function likeliestList(words) {
    const shares = [...STOP_LISTS.values()].map((list) => ({ list, share: densityOf(words, list) }));
    const [best] = shares.toSorted((a, b) => b.share - a.share);
    return best !== undefined && best.share >= LEAST_KNOWN ? best.list : undefined;
}
/** By the line alone. */
function classify(line, list) {
    const length = lengthOf(line);
    if (line.includes('©'))
        return 'bad';
    if (length < LENGTH_LOW)
        return 'short';
    const density = list === undefined ? 1 : densityOf(wordsOf(line), list);
    if (density >= STOP_WORDS_HIGH)
        return length > LENGTH_HIGH ? 'good' : 'near-good';
    return density >= STOP_WORDS_LOW ? 'near-good' : 'bad';
}
/**
 * Short and near-good lines by those around them; the ends of a page are as bad. A near-good line is good beside a
 * good one, whatever unsure lines stand between. So is a short line between two good ones; between a good and a bad
 * one it is where on the side of the bad one a near-good line comes first.
 */
function revise(classes) {
    const before = sidesOf(classes);
    const after = sidesOf(classes.toReversed()).toReversed();
    return classes.map((own, index) => {
        if (own === 'good' || own === 'bad')
            return own;
        const sides = [before[index], after[index]];
        const good = sides.filter(({ sure }) => sure === 'good').length;
        const unsure = sides.some(({ sure, next }) => sure === 'bad' && next === 'near-good');
        return good === 2 || (good === 1 && (own === 'near-good' || unsure)) ? 'good' : 'bad';
    });
}
/** What stands before each line. */
function sidesOf(classes) {
    let side = { sure: 'bad', next: 'bad' };
    return classes.map((own) => {
        const before = side;
        if (own === 'near-good')
            side = { sure: side.sure, next: own };
        else if (own !== 'short')
            side = { sure: own, next: own };
        return before;
    });
}
function densityOf(words, list) {
    return words.length === 0 ? 0 : words.filter((word) => list.has(word)).length / words.length;
}
function lengthOf(line) {
    return Array.from(line).length;
}
function wordsOf(text) {
    return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
