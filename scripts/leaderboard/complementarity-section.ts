import type { Complementarity } from '../../harness/analyse/complementarity.ts';
import {
  COMPLEMENTARITY_LEGEND,
  contributionTable,
  pairTable,
} from '../../harness/report/complementarity.ts';
import type { ComplementarityTable } from '../../harness/report/complementarity.ts';
import { formatCount } from '../../harness/report/format.ts';
import { escapeMarkdown, markdownRows } from '../../harness/report/markdown-table.ts';

/** Extractors shown by themselves: those that are most often the best. */
const SHOWN = 10;

/** What the extractors of a corpus have to give each other: who is most often the best, and the best pairs. */
export function complementaritySection(found: Complementarity | undefined): string[] {
  if (found === undefined || found.pairs.length === 0) return [];
  const [alone, pairs] = [contributionTable(found), pairTable(found)];
  const extractors = formatCount(found.extractors.length);
  return [
    `## ${escapeMarkdown(found.corpus)}: two together`,
    `In shares of required ${found.unit}. First the extractors that are most often the best of these ${extractors}, then the pairs with the best union of ${formatCount(found.pairs.length)}.`,
    rowsOf('extractor', { ...alone, rows: alone.rows.slice(0, SHOWN) }),
    rowsOf('pair', pairs),
    COMPLEMENTARITY_LEGEND.join('; '),
  ];
}

function rowsOf(first: string, { columns, rows }: ComplementarityTable): string {
  const titles = [first, ...columns.slice(1)];
  return markdownRows(
    titles,
    titles.map((_, index) => (index === 0 ? 'left' : 'right')),
    rows,
  );
}
