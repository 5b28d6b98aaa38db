import type { Colors } from 'picocolors/types.js';
import type { Complementarity, PairYield } from '../analyse/complementarity.ts';
import { printable } from '../util/printable.ts';
import { alignedLines } from './columns.ts';
import { formatCount, formatNumber } from './format.ts';

/** So many pairs are shown. */
const PAIRS_SHOWN = 10;

/** What extractors have to give each other on one corpus, for the terminal: each by itself, then the pairs with most to gain. */
export function complementarityText(found: Complementarity, colors: Colors): string {
  const { corpus, unit, extractors, pairs } = found;
  const singles = extractors
    .toSorted((a, b) => b.oracle - a.oracle || b.kept - a.kept)
    .map(({ name, kept, onlyHere, oracle }) => [printable(name), ...[kept, onlyHere, oracle].map(percent)]);
  const best = pairs.toSorted((a, b) => unionF1(b) - unionF1(a)).slice(0, PAIRS_SHOWN);
  const left = (column: number): 'left' | 'right' => (column === 0 ? 'left' : 'right');
  return [
    colors.bold(
      `${printable(corpus)}: what extractors have to give each other, in shares of required ${unit}`,
    ),
    '',
    ...alignedLines([['', 'kept', 'by it only', 'of the oracle'], ...singles], left),
    '',
    colors.bold(
      pairs.length > best.length
        ? `the best ${best.length} of ${formatCount(pairs.length)} pairs; --json has all`
        : formatNumber(pairs.length, 'pair'),
    ),
    ...alignedLines(
      [
        ['', 'both', 'only the first', 'only the second', 'either', 'gold in the union'],
        ...best.map(pairCells),
      ],
      left,
    ),
    '',
    ...LEGEND.map((line) => colors.dim(line)),
  ].join('\n');
}

const LEGEND = [
  'of the oracle: pages on which it is the best, equally good ones sharing a page; pairs by the F1 of the two last columns',
  'gold in the union: of all that either returned, what both returned counted once',
];

function pairCells({ first, second, required, both, onlyFirst, onlySecond, goldShare }: PairYield): string[] {
  const shares = [both, onlyFirst, onlySecond, both + onlyFirst + onlySecond].map((count) =>
    percent(required === 0 ? 0 : count / required),
  );
  return [`${printable(first)} + ${printable(second)}`, ...shares, percent(goldShare)];
}

/** Of the union of two outputs as if it were one. */
function unionF1({ required, both, onlyFirst, onlySecond, surplus }: PairYield): number {
  const kept = both + onlyFirst + onlySecond;
  return kept === 0 ? 0 : (2 * kept) / (required + kept + surplus);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
