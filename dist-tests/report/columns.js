import stringWidth from 'fast-string-width';
/** What stands between two columns. */
export const GAP = '  ';
/** How many places of a terminal the widest of some texts takes; 0 for none. */
export function widest(texts) {
    return Math.max(0, ...texts.map((text) => stringWidth(text)));
}
/** How wide each column of a table is; every row has a cell for each. */
export function columnWidths(rows) {
    return rows[0].map((_, column) => widest(rows.map((row) => row[column])));
}
/**
 * A text with the spaces that it lacks to a width. Counted in places of a terminal: a Chinese character takes two, an
 * accent of its own none, and a colour none either.
 */
export function pad(text, width, align = 'left') {
    const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
    return align === 'left' ? text + space : space + text;
}
/** The beginning of a text that fits into so many places; what is seen as one character is never divided. */
export function cut(text, width) {
    if (stringWidth(text) <= width)
        return text;
    let used = 0;
    let kept = '';
    // Made here, for it takes longer to make than everything else that a command loads of this file.
    for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
        used += stringWidth(segment);
        if (used > width)
            break;
        kept += segment;
    }
    return kept;
}
/** The cells of a row, each as wide as its column; unless told otherwise the first to the left, the rest to the right. */
export function padCells(row, widths, alignOf = firstToTheLeft) {
    return row.map((text, column) => pad(text, widths[column], alignOf(column)));
}
function firstToTheLeft(column) {
    return column === 0 ? 'left' : 'right';
}
/** Rows of cells as lines, aligned in the same way. */
export function alignedLines(rows, alignOf) {
    const widths = columnWidths(rows);
    return rows.map((row) => padCells(row, widths, alignOf).join(GAP).trimEnd());
}
