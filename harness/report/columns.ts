import stringWidth from 'fast-string-width';

type Align = 'left' | 'right';

/** The space between two columns. */
export const GAP = '  ';

/** The width of the widest of some texts in columns of a terminal; 0 for no texts. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, stringWidth(text)), 0);
}

/** How wide each column of a table is; every row has a cell for each. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  return rows[0]!.map((_, column) => widest(rows.map((row) => row[column]!)));
}

/**
 * Pads a text with spaces to a width, counted in columns of a terminal: a Chinese character takes two, a combining accent
 * or a colour none.
 */
export function pad(text: string, width: number, align: Align = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + space : space + text;
}

/** The beginning of a text that fits into a width; a grapheme is never divided. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let used = 0;
  let kept = '';
  // Made here: making it takes longer than loading the rest of this file.
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return kept;
}

/** The cells of a row, each padded to its column. Default: the first is aligned to the left, the rest to the right. */
export function padCells(
  row: readonly string[],
  widths: readonly number[],
  alignOf: (column: number) => Align = firstToTheLeft,
): string[] {
  return row.map((text, column) => pad(text, widths[column]!, alignOf(column)));
}

function firstToTheLeft(column: number): Align {
  return column === 0 ? 'left' : 'right';
}

/** Rows of cells as lines, aligned in the same way. */
export function alignedLines(
  rows: readonly (readonly string[])[],
  alignOf?: (column: number) => Align,
): string[] {
  const widths = columnWidths(rows);
  return rows.map((row) => padCells(row, widths, alignOf).join(GAP).trimEnd());
}
