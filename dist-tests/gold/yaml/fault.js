/**
 * Faults in the order of the file: first what concerns the file as a whole, then by line and column. Of
 * several with the same code at the same place one is kept.
 */
export function inFileOrder(faults) {
    const distinct = new Map(faults.map((fault) => [keyOf(fault), fault]));
    return [...distinct.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
const LONGEST = 48;
/** A text as messages quote it: on one line, in double quotes, cut where it is long. */
export function excerpt(text) {
    const line = text.replace(/\s+/gu, ' ').trim();
    if (line.length <= LONGEST)
        return `"${line}"`;
    // Not between the halves of a surrogate pair.
    return `"${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/u, '')}…"`;
}
function keyOf({ code, line, column, found }) {
    // File faults have no place, but differ in what they found.
    return `${code} ${line === undefined ? found : `${line}:${column}`}`;
}
