import { columnWidths, padCells } from '../report/columns.ts';
import { countCells } from './reproduce.ts';
import type { Cell, ReproducedTable } from './reproduce.ts';

const HEAD = `# Published tables, computed again

Made by \`assay reproduce --data DIR\`: every figure of these tables from the data that it was made of. One figure in a cell is
both the published one and ours.`;

/**
 * The tables as Markdown: published beside ours, what was skipped and why, and how many cells are the same. It is read
 * as it is in a terminal too.
 */
export function renderReproduction(tables: readonly ReproducedTable[]): string {
  const { same, compared } = countCells(tables);
  return `${[HEAD, ...tables.map(renderTable), `**${same} of ${compared} cells are as published**`].join('\n\n')}\n`;
}

function renderTable({ title, source, notes, cells }: ReproducedTable): string {
  const compared = cells.filter((cell) => cell.status !== 'skipped');
  const { same } = countCells([{ cells }]);
  return [
    `## ${title}`,
    `Source: ${source}.${compared.length === 0 ? '' : ` ${same} of ${compared.length} cells are the same.`}`,
    ...notes.map((note) => `Note: ${note}.`),
    ...(compared.length === 0 ? [] : [renderCells(compared)]),
    ...renderSkipped(cells),
  ].join('\n\n');
}

/** A row a system, a column a figure; `published` alone where ours is the same, else both. */
function renderCells(cells: readonly Exclude<Cell, { status: 'skipped' }>[]): string {
  const columns = [...new Set(cells.map(({ column }) => column))];
  const rows = [...new Set(cells.map(({ row }) => row))];
  const table = [
    ['', ...columns.map((column) => (column === '' ? 'published' : column))],
    ...rows.map((row) => [
      row,
      ...columns.map((column) => cellText(cells.find((cell) => cell.row === row && cell.column === column))),
    ]),
  ];
  const widths = columnWidths(table);
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  const lines = table.map((row) => line(padCells(row, widths)));
  const rule = line(
    widths.map((width, column) =>
      column === 0 ? '-'.repeat(Math.max(width, 3)) : `${'-'.repeat(Math.max(width, 3) - 1)}:`,
    ),
  );
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function cellText(cell: Exclude<Cell, { status: 'skipped' }> | undefined): string {
  if (cell === undefined) return '';
  if (cell.published === cell.ours) return cell.published;
  return `${cell.published} (${cell.status === 'off' ? 'OFF, ' : ''}ours ${cell.ours})`;
}

/** A line for each reason. */
function renderSkipped(cells: readonly Cell[]): string[] {
  const skipped = new Map<string, Set<string>>();
  for (const cell of cells) {
    if (cell.status !== 'skipped') continue;
    skipped.set(cell.why, (skipped.get(cell.why) ?? new Set<string>()).add(cell.row));
  }
  const lines = [...skipped].map(([why, rows]) => `- skipped: ${[...rows].join(', ')}, because ${why}`);
  return lines.length === 0 ? [] : [lines.join('\n')];
}
