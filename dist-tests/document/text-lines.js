/**
 * The lines of a text, without the white space around them and without blank ones. Lines end at line feeds alone, as in
 * the text that extractors are given and in the gold of datasets; `textToDocument` reads what people save.
 */
export function textLines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
