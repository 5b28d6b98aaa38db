import { excerpt } from "../fault.js";
const IN_QUOTES = 'put the whole text in double quotes, or below "|" on lines of its own';
/**
 * What is wrong with an unquoted text, if anything: it begins with a character that means something else to
 * YAML, or holds a colon and a space, which YAML takes for a key. A comment behind the text is not looked at.
 */
export function faultOfPlain(line, column) {
    const text = withoutComment(line, column);
    if (/^(?:[@`%,\]}|>]|\*(?!\S+$)|&(?:\s|$)|[-?:](?:\s|$))/u.test(text))
        return badStart(text, column);
    return faultOfContinuation(line, column);
}
/** What is wrong with a further line of an unquoted text: it may begin with any character. */
export function faultOfContinuation(line, column) {
    const text = withoutComment(line, column);
    const colon = /:(?=[ \t]|$)/u.exec(text);
    return colon ? badColon(text, column + colon.index) : undefined;
}
/** A text that begins with a character that YAML reads as a sign of its own. */
function badStart(text, column) {
    return {
        code: 'yaml-syntax',
        column,
        found: `text that begins with "${text.charAt(0)}": ${excerpt(text)}`,
        expected: 'text that begins with a letter or digit, or that stands in quotes',
        mend: IN_QUOTES,
    };
}
/** A text that begins like a quotation, a list or a map and goes on behind it. */
export function textBehind(closing, rest, column) {
    return {
        code: 'yaml-syntax',
        column,
        found: `${excerpt(rest)} behind the closing ${closing}`,
        expected: 'nothing more on the line',
        mend: closing === '"' || closing === "'"
            ? 'a text that begins with a quotation mark must be quoted as a whole: put it below "|" on lines of its own, or in quotes of the other kind'
            : IN_QUOTES,
    };
}
function badColon(text, column) {
    return {
        code: 'yaml-syntax',
        column,
        found: `a colon inside unquoted text: ${excerpt(text)}`,
        expected: 'text without ": ", which YAML takes for the end of a key',
        mend: IN_QUOTES,
    };
}
function withoutComment(line, column) {
    return line
        .slice(column)
        .replace(/[ \t]#.*$/u, '')
        .trimEnd();
}
