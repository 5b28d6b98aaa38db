import type { Leaderboard } from './leaderboard.ts';

/** A table as Markdown: heading, rows, notes, signatures. */
export function markdownTable(table: Leaderboard): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const titles = table.columns.map(({ group, title }) => (group === '' ? title : `${group} ${title}`));
  return [
    `## ${escapeMarkdown(table.title)}`,
    [
      row(titles),
      row(table.columns.map(({ align }) => (align === 'left' ? ':--' : '--:'))),
      ...table.rows.map((cells) => row(cells.map(escapeMarkdown))),
    ].join('\n'),
    ...table.notes.map(escapeMarkdown),
    table.signatures.map((signature) => `    ${signature.replace(/\s+/g, ' ')}`).join('\n'),
  ];
}

/** Text of pages and extractors is not trusted: it is shown as text, never as Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#|!~$]/g, '\\$&')
    .replaceAll('&', '&amp;');
}
