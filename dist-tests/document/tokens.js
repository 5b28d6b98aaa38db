import { CharacterClass, characterClass } from "./characters.js";
import { toNormalForm } from "./normal-form.js";
/**
 * Cuts blocks into tokens. In the normal form a token is `[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*`, case kept; inside
 * it every character of a script without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) is a token
 * of its own with the marks that follow it. No dictionary is used, so the same text gives the same tokens
 * everywhere under one version of Unicode. A token never spans two blocks. No blocks: no tokens.
 */
export function tokenize(blocks, vocabulary) {
    const columns = { ids: [], block: [], start: [], end: [] };
    blocks.forEach(({ text }, index) => tokenizeBlock(text, index, vocabulary, columns));
    return {
        length: columns.ids.length,
        ids: Int32Array.from(columns.ids),
        block: Int32Array.from(columns.block),
        start: Int32Array.from(columns.start),
        end: Int32Array.from(columns.end),
    };
}
function tokenizeBlock(source, block, vocabulary, columns) {
    const { text, origin } = toNormalForm(source);
    let position = 0;
    while (position < text.length) {
        const codePoint = text.codePointAt(position);
        const first = characterClass(codePoint);
        const start = position;
        position += widthOf(codePoint);
        if (first === CharacterClass.OTHER || first === CharacterClass.MARK)
            continue;
        position = endOfToken(text, position, first);
        columns.ids.push(vocabulary.idOf(text.slice(start, position)));
        columns.block.push(block);
        columns.start.push(origin ? origin.start[start] : start);
        columns.end.push(origin ? origin.end[position - 1] : position);
    }
}
/** A character of an unspaced script takes only marks along; a word, letters of its own kind and marks. */
function endOfToken(text, from, first) {
    let position = from;
    while (position < text.length) {
        const codePoint = text.codePointAt(position);
        const next = characterClass(codePoint);
        const belongs = next === CharacterClass.MARK || (next === CharacterClass.WORD && first === next);
        if (!belongs)
            break;
        position += widthOf(codePoint);
    }
    return position;
}
/**
 * The `\w+` words of Python's `re` over `str` (letters, numbers and the low line; marks end a word), case kept.
 * Source: scrapinghub/article-extraction-benchmark and WCXB `evaluate.py`, which both tokenise so.
 */
export function pythonWords(text) {
    return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}
/** White space as Python's `\s`, `str.split` and `str.strip` know it, which is not quite that of JavaScript. */
// oxlint-disable-next-line no-control-regex -- four control characters are white space to Python
const PYTHON_SPACE = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Runs of white space made one space, none at the ends. */
export function foldPythonSpace(text) {
    return text.replace(PYTHON_SPACE, ' ').replace(/^ | $/g, '');
}
/** What stands between white space, as Python's `str.split()` cuts it; none in blank text. */
export function spacedTokens(text) {
    const folded = foldPythonSpace(text);
    return folded === '' ? [] : folded.split(' ');
}
function widthOf(codePoint) {
    return codePoint > 0xffff ? 2 : 1;
}
