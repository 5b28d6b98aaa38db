import type { Colors } from 'picocolors/types.js';
import type { ComparedFigure, FieldComparison, PairComparison } from '../analyse/compare.ts';
import type { Comparison } from '../stats/comparison-table.ts';
import { SIGNIFICANCE, excludesZero, isSignificant } from '../stats/ranks.ts';
import { printable } from '../util/printable.ts';
import { alignedLines } from './columns.ts';
import { NO_VALUE, formatCount, formatNumber } from './format.ts';

/** Pages shown on each side. */
const CHANGES_SHOWN = 5;

/** Two extractors on one corpus, for the terminal: each figure with what can be said of it, then the pages behind it. */
export function comparisonText(pair: PairComparison, colors: Colors): string {
  const { corpus, metric, first, second, figures } = pair;
  const [{ pages, sites } = { pages: 0, sites: 0 }] = figures;
  const sameName = first.name === second.name;
  const titleOf = ({ name, version, run }: PairComparison['first']): string =>
    printable(sameName ? `${name} ${version} (${run})` : `${name} ${version}`);
  return [
    colors.bold(
      `${printable(corpus)}: ${titleOf(first)} against ${titleOf(second)}, on ${formatNumber(pages, 'page')} of ${formatNumber(sites, 'site')}`,
    ),
    '',
    ...table(metric, figures),
    '',
    ...figures.map((figure) =>
      verdict(
        figure,
        sameName ? ['the first', 'the second'] : [printable(first.name), printable(second.name)],
      ),
    ),
    ...changes(pair, colors),
  ].join('\n');
}

function table(metric: string, figures: readonly ComparedFigure[]): string[] {
  const rows = [
    [metric, 'first', 'second', 'difference', '95 %', 'p', 'better/same/worse'],
    ...figures.map((each) => [
      each.figure,
      each.first.toFixed(3),
      each.second.toFixed(3),
      signed(each.difference),
      intervalOf(each),
      each.test === undefined ? NO_VALUE : chance(each.test.p),
      `${each.wins}/${each.ties}/${each.losses}`,
    ]),
  ];
  return alignedLines(rows);
}

/** What the statistics support. */
function verdict(
  { figure, difference, test, sites, wins, losses }: ComparedFigure,
  [first, second]: readonly [string, string],
): string {
  if (wins === 0 && losses === 0) return `${figure}: the same on every page.`;
  if (test === undefined)
    return `${figure}: nothing is said of chance on ${formatNumber(sites, 'site')}; 20 are needed.`;
  if (isSignificant({ test: { ...test, adjusted: test.p } })) {
    const [better, worse] = difference > 0 ? [first, second] : [second, first];
    return `${figure}: ${better} is better than ${worse}.`;
  }
  if (test.p <= SIGNIFICANCE || (test.interval !== undefined && excludesZero(test))) {
    return `${figure}: the two cannot be told apart (test and interval do not agree: p ${chance(test.p)}, ${intervalOf({ test })}).`;
  }
  const reach = `a difference of ${test.detectable.toFixed(3)} would be found here in four of five cases`;
  const more =
    test.morePages === undefined
      ? ''
      : `; ${formatNumber(test.morePages, 'page')} more would be needed for one of ${Math.abs(difference).toFixed(3)}`;
  return `${figure}: the two cannot be told apart (${reach}${more}).`;
}

function changes({ changes: all, metric, figures }: PairComparison, colors: Colors): string[] {
  const headline = figures.at(-1)!.figure;
  return [
    ...named(
      `that the first does better by ${metric} ${headline}`,
      all.filter(({ first, second }) => first > second),
      colors,
    ),
    ...named(
      'that the second does better',
      all.filter(({ first, second }) => first < second),
      colors,
    ),
  ];
}

function named(title: string, pages: PairComparison['changes'], colors: Colors): string[] {
  if (pages.length === 0) return [];
  const lines = pages.slice(0, CHANGES_SHOWN).map(({ page, site, first, second }) => {
    const where = page.startsWith(site) ? page : `${site} ${page}`;
    return `  ${first.toFixed(3)}  ${second.toFixed(3)}  ${printable(where)}`;
  });
  const rest = pages.length > lines.length ? [`  … ${formatCount(pages.length - lines.length)} more`] : [];
  return ['', colors.bold(`${formatNumber(pages.length, 'page')} ${title}`), ...lines, ...rest];
}

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
    ...[...sharedPagesNote(field), ...LEGEND].map((line) => colors.dim(line)),
  ].join('\n');
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
  'would be found: the least difference that so many pages show in four of five cases, were there no other pair',
  'pages more: like these, until the difference that there is would be found',
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

/** The interval of a difference, `–` where there is none. */
function intervalOf({ test }: Pick<Comparison, 'test'>): string {
  const interval = test?.interval;
  return interval === undefined ? NO_VALUE : `${signed(interval.low)} to ${signed(interval.high)}`;
}

/** A difference with its sign. */
function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

/** A p value with three decimals. */
function chance(p: number): string {
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}
