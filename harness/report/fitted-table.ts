import stringWidth from 'fast-string-width';
import { GAP, columnWidths, cut, pad, padCells, widest } from './columns.ts';
import type { Column } from './table-columns.ts';
import type { Table } from './tables.ts';
import { printable } from '../util/printable.ts';

/** A name that is cut keeps so much. */
const SHORTEST_NAME = 12;

/** A table as lines that fit into a width. */
export interface FittedTable {
  /** The names of the metrics, where there are some, and the titles of the columns. */
  readonly heads: readonly string[];
  readonly rows: readonly string[];
  /** The titles of the columns that are shown. */
  readonly titles: readonly string[];
  /** The metrics of which there was no room. */
  readonly leftOut: readonly string[];
}

/**
 * Chooses columns of a table so that its rows fit: names, those of the metrics that are wanted, failures and times always;
 * then what is left, from left to right, a metric whole or not at all. Long names are cut if that is not enough.
 *
 * @param wanted names of metrics
 */
export function fittedTable(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  width: number,
  wanted: readonly string[],
): FittedTable {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(printable))];
  const widths = columnWidths(cells);
  const isSure = ({ group, title }: Column): boolean =>
    group === '' ? SURE.has(title) : wanted.includes(group);
  const chosen = new Set(columns.flatMap((column, index) => (isSure(column) ? [index] : [])));
  const used = (): number =>
    [...chosen].reduce((sum, index) => sum + widths[index]! + GAP.length, -GAP.length);
  for (const unit of unitsOf(columns)) {
    if (chosen.has(unit[0]!)) continue;
    const more = unit.reduce((sum, index) => sum + widths[index]! + GAP.length, 0);
    if (used() + more <= width) for (const index of unit) chosen.add(index);
  }
  const name = columns.findIndex(({ title }) => title === NAME);
  const excess = used() - width;
  if (excess > 0) widths[name] = Math.min(widths[name]!, Math.max(SHORTEST_NAME, widths[name]! - excess));
  const shown = [...columns.keys()].filter((index) => chosen.has(index));
  return linesOf(columns, cells, widths, shown);
}

/** The head of the column of names. */
const NAME = 'extractor';
/** Columns without a metric that are always shown. */
const SURE: ReadonlySet<string> = new Set(['rank', NAME, 'failed', 'median ms']);

/** Columns that are shown together: those of a metric, each other one by itself. */
function unitsOf(columns: readonly Column[]): number[][] {
  const units: number[][] = [];
  columns.forEach(({ group }, index) => {
    const last = units.at(-1);
    if (last !== undefined && group !== '' && columns[last[0]!]!.group === group) last.push(index);
    else units.push([index]);
  });
  // What is no figure of a metric is narrow, and says how to read the row.
  return units.toSorted(([a], [b]) => Number(columns[a!]!.group !== '') - Number(columns[b!]!.group !== ''));
}

function linesOf(
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  shown: readonly number[],
): FittedTable {
  const chosen = shown.map((index) => columns[index]!);
  const own = shown.map((index) => widths[index]!);
  const line = (row: readonly string[]): string =>
    padCells(
      shown.map((index) => shortened(row[index]!, widths[index]!)),
      own,
      (column) => chosen[column]!.align,
    )
      .join(GAP)
      .trimEnd();
  const [titles, ...rows] = cells.map(line);
  const isShown = new Set(shown);
  const out = columns.filter(({ group }, index) => group !== '' && !isShown.has(index));
  return {
    // There are no groups without figures, that is, if every page was skipped.
    heads: [groupLine(chosen, own), titles!].filter(Boolean),
    rows,
    titles: chosen.map(({ title }) => title),
    leftOut: [...new Set(out.map(({ group }) => group))],
  };
}

function shortened(text: string, width: number): string {
  return stringWidth(text) <= width ? text : `${cut(text, width - 1)}…`;
}

/** The names of the metrics, each over the first of its columns. */
function groupLine(columns: readonly Column[], widths: readonly number[]): string {
  let line = '';
  let at = 0;
  columns.forEach(({ group }, column) => {
    const startsGroup = group !== '' && columns[column - 1]?.group !== group;
    if (startsGroup) line = pad(line, Math.max(at, line === '' ? 0 : widest([line]) + 1)) + group;
    at += widths[column]! + GAP.length;
  });
  return line;
}

/** A text in lines of at most so many columns, broken between words; those behind the first are indented. */
export function wrapped(text: string, width: number, indent = '  '): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line.trim() !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line];
}
