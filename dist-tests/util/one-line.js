/** What a text that stands in the heads of tables does not hold: control characters and what breaks a line. */
const NO_LINE = /[\p{Cc}\u2028\u2029]+/gu;
export function isOneLine(text) {
    return text.search(NO_LINE) === -1;
}
/** The same with a space in the place of what breaks it. */
export function toOneLine(text) {
    return text.replaceAll(NO_LINE, ' ');
}
