import { textLines } from "../../document/text-lines.js";
import { defineExtractor } from "../define-extractor.js";
import { countWords } from "./count-words.js";
/** A line of at least this many words is running text; menus, headings and teasers seldom are that long. */
const RUNNING_WORDS = 10;
/** So many shorter lines in a row may stand inside a block: a subheading, a short answer, a caption. */
const LONGEST_GAP = 1;
/**
 * The longest block of a flat page. Blank lines are passed over, because pages put them between all
 * paragraphs or between none. A block begins and ends with a line of running text, and no two lines in a row
 * inside it are shorter than that. The longest block is the one with the most words, of equals the
 * first. A page without running text has nothing to extract.
 */
export default defineExtractor({
    name: 'longest-block',
    version: '1',
    accepts: ['text'],
    extract({ text }) {
        const lines = textLines(text).map((line) => ({ text: line, words: countWords(line) }));
        const longest = blocks(lines).reduce((best, block) => (size(block) > size(best) ? block : best), []);
        return longest.length === 0 ? null : { text: longest.map((line) => line.text).join('\n') };
    },
});
function blocks(lines) {
    const found = [];
    let block = [];
    let gap = [];
    for (const line of lines) {
        if (line.words < RUNNING_WORDS) {
            gap.push(line);
            continue;
        }
        if (block.length === 0 || gap.length > LONGEST_GAP) {
            block = [];
            found.push(block);
        }
        else {
            block.push(...gap);
        }
        block.push(line);
        gap = [];
    }
    return found;
}
function size(block) {
    return block.reduce((sum, line) => sum + line.words, 0);
}
