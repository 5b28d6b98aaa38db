import type { Colors } from 'picocolors/types.js';
import type { FieldComparison } from '../analyse/compare-field.ts';
import type { Comparison } from '../stats/comparison-table.ts';
import { FEWEST_SITES } from '../stats/interval.ts';
import { isSignificant } from '../stats/ranks.ts';
import { printable } from '../util/printable.ts';
import { alignedLines } from './columns.ts';
import { chance, intervalOf } from './comparison.ts';
import { NO_VALUE, formatCount, formatNumber, signed } from './format.ts';

/** Every two extractors of a run on one corpus, for the terminal: who is better than whom, then neighbours. */
export function fieldText(field: FieldComparison, colors: Colors): string {
  const { corpus, metric, figure, extractors, pairs } = field;
  const apart = pairs.filter(isSignificant).length;
  return [
    colors.bold(
      `${printable(corpus)}: ${formatNumber(extractors.length, 'extractor')} by ${metric} ${figure}, ${formatNumber(pairs.length, 'pair')}, ${formatCount(apart)} told apart at 5 %`,
    ),
    '',
    ...alignedLines(
      [['', 'rank', figure, 'better than'], ...extractors.map((_, index) => standing(field, index))],
      (column) => (column === 0 || column === 3 ? 'left' : 'right'),
    ),
    '',
    colors.bold('neighbours, p corrected for all pairs'),
    ...alignedLines([
      ['', 'difference', '95 %', 'p', 'better/same/worse', 'would be found', 'pages more'],
      ...pairs.filter(({ first, second }) => second === first + 1).map((pair) => neighbour(field, pair)),
    ]),
    '',
    ...[...untestedNote(field), ...sharedPagesNote(field), ...LEGEND].map((line) => colors.dim(line)),
  ].join('\n');
}

/** Says why there are pairs without interval and p, where there are. */
function untestedNote({ pairs }: FieldComparison): string[] {
  const untested = pairs.filter(({ test }) => test === undefined).length;
  if (untested === 0) return [];
  const which = untested === pairs.length ? '' : ` of ${formatNumber(untested, 'pair')}`;
  return [`no interval and no p${which}: they take ${FEWEST_SITES} sites that both were scored on`];
}

/** Says on which pages what is printed was computed, where those of the extractors are not the same. */
function sharedPagesNote({ figure, extractors, pairs }: FieldComparison): string[] {
  const isSame = pairs.every((pair) =>
    [pair.first, pair.second].every((index) => extractors[index]!.pages === pair.pages),
  );
  if (isSame) return [];
  const own = extractors.map(({ name, pages }) => `${printable(name)} ${formatCount(pages)}`).join(', ');
  return [
    `${figure}: over all pages that the extractor scored (${own})`,
    'neighbours: the means of both over the pages that both scored, so that differences may be others than those of the column above',
  ];
}

/** Explains the heads of the columns. */
const LEGEND = [
  'rank: 1 + the number of extractors that are better by more than chance; better/same/worse: pages',
  'would be found: the least difference that so many pages show in four of five cases, were there no other pair and no unseen page',
  'pages more: like these, at least, until the difference that there is would be found; 0 beside a p over 0.050: the other pairs, or one unseen page that counts against it, keep it from that',
];

function standing({ extractors, pairs }: FieldComparison, index: number): string[] {
  const { name, value, rank } = extractors[index]!;
  const beaten = pairs
    .filter((pair) => pair.first === index && isSignificant(pair))
    .map(({ second }) => second);
  return [
    printable(name),
    rank === undefined ? NO_VALUE : String(rank),
    value.toFixed(3),
    beatenText(beaten, extractors),
  ];
}

/** Names those that are beaten; if all from one on are, "and all below" stands for the rest. */
function beatenText(beaten: readonly number[], extractors: FieldComparison['extractors']): string {
  if (beaten.length === 0) return 'nobody';
  const isBeaten = new Set(beaten);
  let tail = extractors.length;
  while (isBeaten.has(tail - 1)) tail--;
  const nameOf = (index: number): string => printable(extractors[index]!.name);
  const above = beaten.filter((index) => index < tail).map(nameOf);
  const below = extractors.length - tail;
  if (below === 0) return above.join(', ');
  return [...above, below === 1 ? nameOf(tail) : `${nameOf(tail)} and all below`].join(', ');
}

function neighbour({ extractors }: FieldComparison, pair: Comparison): string[] {
  const { first, second, difference, test, wins, ties, losses } = pair;
  return [
    `${printable(extractors[first]!.name)} – ${printable(extractors[second]!.name)}`,
    signed(difference),
    intervalOf(pair),
    test === undefined ? NO_VALUE : chance(test.adjusted),
    `${wins}/${ties}/${losses}`,
    test === undefined ? NO_VALUE : test.detectable.toFixed(3),
    test?.morePages === undefined ? NO_VALUE : formatCount(test.morePages),
  ];
}
