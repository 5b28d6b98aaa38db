import { stripVTControlCharacters } from 'node:util';
/** Longest line taken over from an extractor, in UTF-16 code units. */
const LONGEST_LINE = 300;
/**
 * Makes words of an extractor fit to be shown: escape sequences and control characters, with which it could
 * write over a terminal, are gone; line breaks and tabs stay. Blank input gives the empty text.
 */
export function plainText(words) {
    return stripVTControlCharacters(words)
        .toWellFormed()
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim();
}
/** The first line that says something, cut where it is long. */
export function firstLine(words) {
    return cut(plainText(head(words)).split('\n', 1)[0] ?? '');
}
/** Everything on one line, cut where it is long. */
export function oneLine(words) {
    return cut(plainText(head(words)).replace(/\s+/g, ' '));
}
/** Enough for a line of the greatest length, so that a message of megabytes costs nothing. */
function head(words) {
    return words.slice(0, 10 * LONGEST_LINE);
}
function cut(line) {
    return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).toWellFormed()}…` : line;
}
