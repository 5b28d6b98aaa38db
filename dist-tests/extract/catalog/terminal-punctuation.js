import { textLines } from "../../document/text-lines.js";
import { defineExtractor } from "../define-extractor.js";
import { countWords } from "./count-words.js";
/** Fewer words than this are a heading, a link or a button. */
const FEWEST_WORDS = 5;
/** A mark that ends a sentence, in any script, and closing quotes and brackets behind it; or a quote. */
const ENDS_A_SENTENCE = /(?:\p{Sentence_Terminal}[\s\p{Pe}\p{Pf}\p{Pi}"']*|["”“])$/u;
/** Dots that say that the text goes on elsewhere, as in a teaser, with the same marks behind them. */
const IS_CUT_OFF = /(?:…|\.{3}|。{3}|・{3})[\s\p{Pe}\p{Pf}\p{Pi}"']*$/u;
/**
 * The line rules of C4 (Raffel et al., JMLR 21, 2020, section 2.2): a line stays if it ends in `.`, `!`,
 * `?` or a closing quote, does not end in an ellipsis and has at least five words. Here the marks are those
 * of all scripts (Unicode's `Sentence_Terminal`), closing quotes and brackets may stand behind them, and
 * words are counted in scripts without spaces too (see `countWords`). Thai and Lao have no such mark: there
 * nothing is kept. C4's rules for whole pages and for single words (JavaScript, lorem ipsum, brackets of
 * code) are left out: they choose pages for training, not text of a page.
 */
export default defineExtractor({
    name: 'terminal-punctuation',
    version: '1',
    accepts: ['text'],
    extract({ text }) {
        const kept = textLines(text).filter(isKept);
        return kept.length === 0 ? null : { text: kept.join('\n') };
    },
});
function isKept(line) {
    return ENDS_A_SENTENCE.test(line) && !IS_CUT_OFF.test(line) && countWords(line) >= FEWEST_WORDS;
}
