/** As much of a text as tells it from others; longer texts may be broken over lines. */
const NEEDLE_WORDS = 8;
/**
 * The 1-based line of a place in the text of a `gold.yaml`: of the text where it can be found there, else of the key
 * at the margin; nothing where neither is there. Texts are looked for one behind the other, as gold has them.
 *
 * @param texts all texts of the gold, as `goldTexts` gives them
 */
export function lineOf(source, { section, index }, texts) {
    const start = new RegExp(`^${section}\\s*:`, 'mu').exec(source)?.index;
    if (start === undefined)
        return undefined;
    let at = start;
    let found = index === undefined;
    for (const { text, place } of texts) {
        if (index === undefined || place.section !== section || place.index > index)
            continue;
        const match = beginningOf(text, at).exec(source);
        if (place.index === index)
            found = match !== null;
        if (match !== null)
            at = place.index === index ? match.index : match.index + match[0].length;
    }
    return source.slice(0, found ? at : start).split('\n').length;
}
/** Finds the first words of a text from an offset on, written in any of YAML's ways. */
function beginningOf(text, from) {
    const words = text.trim().split(/\s+/u).slice(0, NEEDLE_WORDS);
    const pattern = words.map((word) => escaped(word).replace(/"/gu, '\\\\?"')).join('\\s+');
    const regex = new RegExp(pattern, 'gu');
    regex.lastIndex = from;
    return regex;
}
function escaped(word) {
    return word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
