import type { Table } from './tables.ts';
import type { Column } from './table-columns.ts';
import { printable } from '../util/printable.ts';

/** A table as Markdown: heading, rows, notes, and the signatures, if there are any, folded. */
export function markdownTable(table: Table): string[] {
  return [`## ${escapeMarkdown(table.title)}`, ...tableParts(table)];
}

/** The same without its heading. */
export function tableParts(table: Table): string[] {
  const titles = table.columns.map(({ group, title }) => (group === '' ? title : `${group} ${title}`));
  const signatures = table.signatures
    .map((signature) => `    ${printable(signature.replace(/\s+/g, ' '))}`)
    .join('\n');
  return [
    markdownRows(
      titles,
      table.columns.map(({ align }) => align),
      table.rows,
    ),
    ...table.notes.map(escapeMarkdown),
    ...(signatures === '' ? [] : [folded('Signatures', signatures)]),
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

/** Content that opens when its title is clicked: one part, so that it is never left open. */
export function folded(title: string, ...content: readonly string[]): string {
  return [`<details><summary>${escapeSummary(title)}</summary>`, ...content, '</details>'].join('\n\n');
}

/**
 * Text of pages and extractors is not trusted: it is shown as text, never as Markdown or HTML. What GitHub makes a link of
 * by itself stays text too, with a space of no width or a sign by its number: addresses, mentions, which would call
 * somebody, and references to issues.
 */
export function escapeMarkdown(text: string): string {
  const escaped = printable(text)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_{}[\]<>()|!~$]/g, '\\$&');
  return withoutReferences(escaped.replaceAll('#', '\\#'));
}

/** The same for HTML, where no backslash escapes. */
function escapeSummary(text: string): string {
  return withoutReferences(
    printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  );
}

function withoutReferences(text: string): string {
  return text
    .replace(/#(?=\d)/gu, '#&#8203;')
    .replace(/@(?=[\p{L}\p{N}])/gu, '@&#8203;')
    .replace(/\b(gh)-(?=\d)/giu, '$1-&#8203;')
    .replaceAll('://', '&#58;//')
    .replace(/\b(www)\./giu, '$1&#46;');
}
