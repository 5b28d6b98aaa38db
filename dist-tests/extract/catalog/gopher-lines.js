import { textLines } from "../../document/text-lines.js";
import { defineExtractor } from "../define-extractor.js";
import { countWords } from "./count-words.js";
/** FineWeb: a line of at most so many characters is short. */
const SHORT_LINE = 30;
/** Gopher: more hashes than this for a word, or more ellipses, are no prose. */
const MOST_SYMBOLS = 0.1;
/** Gopher: at least this share of words has a letter in it. */
const LEAST_ALPHABETIC = 0.8;
const BULLET = /^(?:[•‣⁃◦▪▫●○■□►▸·]|[-*–—]\s)/u;
const ENDS_IN_ELLIPSIS = /(?:…|\.{3})$/u;
const ELLIPSES = /…|\.{3}/gu;
/**
 * What the filters of Gopher (Rae et al. 2021) and FineWeb (Penedo et al. 2024) count in
 * pages, asked of single lines: a line goes if it has at most 30 characters, begins with a bullet, ends in an
 * ellipsis, stood in the page before, has more than one `#` or ellipsis for ten words, or a letter in fewer than 80 %
 * of its words.
 *
 * Both drop pages of which too large a share is such lines, and were never meant to cut a page: this says what
 * their signs are worth for that. Left out because only pages have them: numbers of words, stop words, repeated
 * n-grams, the mean length of words, the share of lines that end a sentence (of a line that is C4's rule).
 */
export default defineExtractor({
    name: 'gopher-lines',
    version: '1',
    accepts: ['text'],
    extract({ text }) {
        // A set keeps the first of equal lines, in order.
        const kept = [...new Set(textLines(text))].filter((line) => !isShort(line) && isProse(line));
        return kept.length === 0 ? null : { text: kept.join('\n') };
    },
});
function isShort(line) {
    return Array.from(line).length <= SHORT_LINE;
}
function isProse(line) {
    if (BULLET.test(line) || ENDS_IN_ELLIPSIS.test(line))
        return false;
    const words = line.split(/\s+/);
    const alphabetic = words.filter((word) => /\p{L}/u.test(word));
    const hashes = line.split('#').length - 1;
    const ellipses = line.match(ELLIPSES)?.length ?? 0;
    return (Math.max(hashes, ellipses) <= MOST_SYMBOLS * countWords(line) &&
        alphabetic.length >= LEAST_ALPHABETIC * words.length);
}
