/** Letters and digits of scripts that put no spaces between words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const UNSPACED_LETTER = new RegExp(String.raw `(?=[\p{L}\p{N}])${UNSPACED.source}`, 'gu');
/**
 * Counts the words of a line: what white space divides, if it holds a letter or digit. In scripts that put
 * no spaces between words two letters count as one word, the usual length of a word in Chinese and
 * Japanese; marks and punctuation do not count. So five words are ten letters of Japanese.
 */
export function countWords(line) {
    let unspaced = 0;
    const spaced = line.replace(UNSPACED_LETTER, () => {
        unspaced += 1;
        return ' ';
    });
    const words = spaced.split(/\s+/).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
    return words.length + unspaced / 2;
}
