/** What a character is to the tokenisers. */
export const CharacterClass = {
    /** White space, punctuation, symbols, controls: never part of a token. */
    OTHER: 0,
    /** A letter, number or low line of a script that puts spaces between words. */
    WORD: 1,
    /** A letter or number of a script that does not: Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar. */
    UNSPACED: 2,
    /** A combining mark. */
    MARK: 3,
};
const WORD = /[\p{L}\p{N}_]/u;
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;
const MARK = /\p{M}/u;
const PAGE_BITS = 8;
const PAGE_SIZE = 1 << PAGE_BITS;
const pages = [];
/**
 * Class of a code point (a `CharacterClass`) by the Unicode version of the running Node (`process.versions.unicode`). Classes are
 * kept in pages of 256 once asked for: a table look-up is some ten times as fast as a property regex.
 */
export function characterClass(codePoint) {
    const page = (pages[codePoint >> PAGE_BITS] ??= buildPage(codePoint >> PAGE_BITS));
    return page[codePoint & (PAGE_SIZE - 1)];
}
function buildPage(index) {
    const page = new Uint8Array(PAGE_SIZE);
    for (let offset = 0; offset < PAGE_SIZE; offset++) {
        page[offset] = classify(String.fromCodePoint(index * PAGE_SIZE + offset));
    }
    return page;
}
function classify(character) {
    if (MARK.test(character))
        return CharacterClass.MARK;
    if (!WORD.test(character))
        return CharacterClass.OTHER;
    return UNSPACED.test(character) ? CharacterClass.UNSPACED : CharacterClass.WORD;
}
