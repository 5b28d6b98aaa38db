/** Longest quotation of a text in a message, in UTF-16 code units. */
const LONGEST_QUOTE = 40;
/** Names a value of unknown type for a message: `a number (42)`, `an array`, `the text "a…"`. Never throws. */
export function describeValue(value) {
    if (value === null || value === undefined)
        return String(value);
    if (typeof value === 'string')
        return `the text ${quote(value)}`;
    if (typeof value === 'object')
        return isArray(value) ? 'an array' : 'an object';
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
        return `a ${typeof value} (${value})`;
    }
    return `a ${typeof value}`;
}
/** A text in double quotes and on one line, cut where it is long. */
function quote(text) {
    const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
    return JSON.stringify(cut.toWellFormed());
}
function isArray(value) {
    try {
        return Array.isArray(value);
    }
    catch {
        // A revoked proxy, which throws at every touch.
        return false;
    }
}
