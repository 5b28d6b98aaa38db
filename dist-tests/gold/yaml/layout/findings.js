import { excerpt } from "../fault.js";
/** A line that is indented like none of the open lists and maps. */
export function wrongIndent(indent, right, like) {
    const by = Math.abs(indent - right);
    return {
        code: 'yaml-syntax',
        found: `a line that is indented by ${spaces(indent)}`,
        expected: `${spaces(right)}${like}`,
        mend: `move the line ${spaces(by)} to the ${indent > right ? 'left' : 'right'}`,
    };
}
/** A tab where only spaces may stand. */
export function tabIndent() {
    return {
        code: 'yaml-syntax',
        found: 'a tab before the text of the line',
        expected: 'spaces: YAML does not take tabs for indentation',
        mend: 'put spaces in the place of the tab',
    };
}
/** A key of a list entry that stands where its dash belongs. */
export function missingDash(word) {
    return {
        code: 'yaml-syntax',
        found: `"${word}:" without a dash among the entries of a list`,
        expected: 'entries that begin with "- "',
        mend: `write "- ${word}:"`,
    };
}
/** `-p: text`. */
export function gluedDash(word) {
    return {
        code: 'yaml-syntax',
        found: `a dash without a space behind it: "-${word}:"`,
        expected: 'entries that begin with "- "',
        mend: `write "- ${word}:"`,
    };
}
/** A known key with nothing behind it, not even the colon. */
export function missingColon(word) {
    return {
        code: 'yaml-syntax',
        found: `"${word}" without a colon behind it`,
        expected: `"${word}:"`,
        mend: `write "${word}:"`,
    };
}
/** `title:text`. */
export function gluedColon(word) {
    return {
        code: 'yaml-syntax',
        found: `no space behind the colon of "${word}:"`,
        expected: 'a space between a key and its value',
        mend: `write "${word}: …"`,
    };
}
/** A line that is neither a key nor an entry and does not go on with anything. */
export function strayText(line) {
    return {
        code: 'yaml-syntax',
        found: `text that belongs to no key: ${excerpt(line)}`,
        expected: 'a key with a value, or an entry of a list',
        mend: 'give it a key, or indent it further if it goes on with the text above',
    };
}
/** `- …` where no list is open. */
export function strayEntry(line) {
    return {
        code: 'yaml-syntax',
        found: `an entry of a list where there is no list: ${excerpt(line)}`,
        expected: 'a key with a value',
        mend: 'put it below the key of its list, which must have nothing else behind its colon',
    };
}
/** `? key`. */
export function explicitKey() {
    return {
        code: 'yaml-syntax',
        found: 'a key written with "?"',
        expected: 'a plain word as key, e.g. "title: …"',
        mend: 'write the key and its colon on one line; a text that begins with "? " must be put in quotes',
    };
}
/** A quoted text or a bracket that nothing closes. */
export function unclosed(opening) {
    const closing = { '[': ']', '{': '}' }[opening] ?? opening;
    const isQuote = closing === opening;
    return {
        code: 'yaml-syntax',
        found: `${opening} without its closing ${closing}`,
        expected: isQuote ? 'a text that is quoted at both ends' : `a ${closing} for every ${opening}`,
        mend: isQuote
            ? `close the quotation; a text that only begins with ${opening} must be quoted as a whole, or stand below "|" on lines of its own`
            : `close it; a text that begins with ${opening} must be put in quotes`,
    };
}
/** `]` where `}` has to come, or the other way round. */
export function mismatched(closing) {
    return {
        code: 'yaml-syntax',
        found: `${closing} that closes nothing`,
        expected: 'brackets that close in the order in which they open',
        mend: `take the ${closing} away, or put text that holds brackets in quotes`,
    };
}
/** `---` or `...` in the middle of the file. */
export function secondDocument(marker) {
    return {
        code: 'yaml-syntax',
        found: `${marker}, which begins a second document`,
        expected: 'one document in a file',
        mend: `take the line away, or indent it if it is part of a text`,
    };
}
function spaces(count) {
    if (count === 0)
        return 'no spaces';
    return count === 1 ? '1 space' : `${count} spaces`;
}
