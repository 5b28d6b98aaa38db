import type { Table } from './tables.ts';
import type { Column } from './table-columns.ts';
import { printable } from '../util/printable.ts';

/**
 * A table as Markdown: heading, rows, notes, signatures.
 *
 * @param isFolded the signatures are folded, so that a reader can skip them
 */
export function markdownTable(table: Table, { isFolded = false } = {}): string[] {
  const titles = table.columns.map(({ group, title }) => (group === '' ? title : `${group} ${title}`));
  const signatures = table.signatures
    .map((signature) => `    ${printable(signature.replace(/\s+/g, ' '))}`)
    .join('\n');
  return [
    `## ${escapeMarkdown(table.title)}`,
    markdownRows(
      titles,
      table.columns.map(({ align }) => align),
      table.rows,
    ),
    ...table.notes.map(escapeMarkdown),
    ...(isFolded ? folded('Signatures', signatures) : [signatures]),
  ];
}

/** The rows of a table; cells are shown as text, titles as they are. */
export function markdownRows(
  titles: readonly string[],
  aligns: readonly Column['align'][],
  rows: readonly (readonly string[])[],
): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(titles),
    row(aligns.map((align) => (align === 'left' ? ':--' : '--:'))),
    ...rows.map((cells) => row(cells.map(escapeMarkdown))),
  ].join('\n');
}

/** Content that opens when its title is clicked. */
export function folded(title: string, content: string): string[] {
  return [`<details><summary>${title}</summary>`, content, '</details>'];
}

/**
 * Text of pages and extractors is not trusted: it is shown as text, never as Markdown or HTML. What GitHub makes a link of
 * by itself stays text too, with a space of no width or a sign by its number: addresses, mentions, which would call
 * somebody, and references to issues.
 */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_{}[\]<>()|!~$]/g, '\\$&')
    .replace(/#(\d?)/g, (_, digit: string) => (digit === '' ? '\\#' : `\\#&#8203;${digit}`))
    .replace(/@(?=[\p{L}\p{N}])/gu, '@&#8203;')
    .replace(/\b(gh)-(?=\d)/giu, '$1-&#8203;')
    .replaceAll('://', '&#58;//')
    .replace(/\b(www)\./giu, '$1&#46;');
}
