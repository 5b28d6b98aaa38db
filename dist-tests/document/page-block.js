/** The element that a character of a block stands in, `offset` in UTF-16 code units; none on pages of plain text. */
export function elementAt({ sources }, offset) {
    return sources.findLast(({ start }) => start <= offset)?.element;
}
