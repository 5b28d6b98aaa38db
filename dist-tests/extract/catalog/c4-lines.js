import { defineExtractor } from "../define-extractor.js";
const FEWEST_WORDS = 5;
const LONGEST_WORD = 1000;
const END_MARKS = ['.', '?', '!', '"'];
const ELLIPSIS = '...';
/** What stands in notes on cookies and terms. */
const POLICY = [
    'terms of use',
    'privacy policy',
    'cookie policy',
    'uses cookies',
    'use of cookies',
    'use cookies',
];
/** Marks of Wikipedia, which are taken out of a line. */
const CITATION = /\[\d*\]|\[edit\]|\[citation needed\]/g;
/**
 * The line rules of C4 to the letter: Raffel et al., JMLR 21 (2020), section 2.2, with what only the code has that
 * made C4 (`c4_utils.py` of TensorFlow Datasets: notes on policies, words of more than 1000 characters, marks of
 * citations). A line stays if it ends in `.`, `?`, `!` or `"` and not in `...`, has five words between white space,
 * and names neither JavaScript nor a policy. Made for English and ASCII marks: a line that ends in a typographic
 * quotation mark goes; `terminal-punctuation` is the same idea for all scripts.
 *
 * Left out because they judge whole pages: fewer than three sentences, `lorem ipsum`, a curly bracket, bad words, the
 * language, spans of three sentences that stand on another page.
 */
export default defineExtractor({
    name: 'c4-lines',
    version: '1',
    accepts: ['text'],
    extract({ text }) {
        const kept = text.split('\n').flatMap(cleanLine);
        return kept.length === 0 ? null : { text: kept.join('\n') };
    },
});
/** The line without marks of citations, or nothing where it goes. */
function cleanLine(source) {
    if (words(source).some((word) => word.length > LONGEST_WORD))
        return [];
    const line = source.trim().replace(CITATION, '');
    const lower = line.toLowerCase();
    const stays = END_MARKS.some((mark) => line.endsWith(mark)) &&
        !line.endsWith(ELLIPSIS) &&
        words(line).length >= FEWEST_WORDS &&
        !['javascript', ...POLICY].some((phrase) => lower.includes(phrase));
    return stays ? [line] : [];
}
function words(line) {
    return line.split(/\s+/).filter((word) => word !== '');
}
