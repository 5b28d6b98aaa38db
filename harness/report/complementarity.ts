import type { Colors } from 'picocolors/types.js';
import type { Complementarity, PairYield } from '../analyse/complementarity.ts';
import { printable } from '../util/printable.ts';
import { alignedLines } from './columns.ts';
import { formatCount, formatNumber } from './format.ts';

/** So many pairs are shown. */
const PAIRS_SHOWN = 10;

/** A table of what extractors have to give each other; cells are shares of required gold, in per cent. */
export interface ComplementarityTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What extractors have to give each other on one corpus, for the terminal: each by itself, then the pairs with most to gain. */
export function complementarityText(found: Complementarity, colors: Colors): string {
  const left = (column: number): 'left' | 'right' => (column === 0 ? 'left' : 'right');
  const tables = [contributionTable(found), pairTable(found)].flatMap(({ title, columns, rows }, index) => [
    colors.bold(title),
    ...(index === 0 ? [''] : []),
    ...alignedLines([columns, ...rows.map((row) => row.map(printable))], left),
    '',
  ]);
  return [...tables, ...COMPLEMENTARITY_LEGEND.map((line) => colors.dim(line))].join('\n');
}

/** What the columns of both tables mean. */
export const COMPLEMENTARITY_LEGEND = [
  'of the oracle: pages on which it is the best, equally good ones sharing a page; pairs by the F1 of the two last columns',
  'gold in the union: of all that either returned, what both returned counted once',
];

/** Each extractor by itself, by its share of the oracle; cells are untrusted text. */
export function contributionTable({ corpus, unit, extractors }: Complementarity): ComplementarityTable {
  return {
    title: `${printable(corpus)}: what extractors have to give each other, in shares of required ${unit}`,
    columns: ['', 'kept', 'by it only', 'of the oracle'],
    rows: extractors
      .toSorted((a, b) => b.oracle - a.oracle || b.kept - a.kept)
      .map(({ name, kept, onlyHere, oracle }) => [name, ...[kept, onlyHere, oracle].map(percent)]),
  };
}

/** The pairs with most to gain; cells are untrusted text. */
export function pairTable({ pairs }: Complementarity): ComplementarityTable {
  const best = pairs.toSorted((a, b) => unionF1(b) - unionF1(a)).slice(0, PAIRS_SHOWN);
  return {
    title:
      pairs.length > best.length
        ? `the best ${best.length} of ${formatCount(pairs.length)} pairs; --json has all`
        : formatNumber(pairs.length, 'pair'),
    columns: ['', 'both', 'only the first', 'only the second', 'either', 'gold in the union'],
    rows: best.map(pairCells),
  };
}

function pairCells({ first, second, required, both, onlyFirst, onlySecond, goldShare }: PairYield): string[] {
  const shares = [both, onlyFirst, onlySecond, both + onlyFirst + onlySecond].map((count) =>
    percent(required === 0 ? 0 : count / required),
  );
  return [`${first} + ${second}`, ...shares, percent(goldShare)];
}

/** Of the union of two outputs as if it were one. */
function unionF1({ required, both, onlyFirst, onlySecond, surplus }: PairYield): number {
  const kept = both + onlyFirst + onlySecond;
  return kept === 0 ? 0 : (2 * kept) / (required + kept + surplus);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
