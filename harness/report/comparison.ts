import type { Colors } from 'picocolors/types.js';
import { changedPages } from '../analyse/compare.ts';
import type { ComparedFigure, PageChange, PairComparison } from '../analyse/compare.ts';
import type { ClassChange } from '../explain/class-changes.ts';
import type { Comparison } from '../stats/comparison-table.ts';
import { FEWEST_SITES } from '../stats/interval.ts';
import { SIGNIFICANCE, excludesZero, isSignificant } from '../stats/ranks.ts';
import { printable } from '../util/printable.ts';
import { alignedLines } from './columns.ts';
import { NO_VALUE, formatCount, formatNumber, signed } from './format.ts';

/** Pages shown on each side. */
const CHANGES_SHOWN = 5;
/** Classes that came, and classes that went. */
const CLASSES_SHOWN = 4;

/** Two extractors on one corpus, for the terminal: each figure with what can be said of it, then the pages behind it. */
export function comparisonText(pair: PairComparison, colors: Colors): string {
  const { corpus, metric, first, second, figures, direction } = pair;
  const [{ pages, sites } = { pages: 0, sites: 0 }] = figures;
  const shared = `on ${formatNumber(pages, 'page')} of ${formatNumber(sites, 'site')}`;
  const titleOf = ({ name, version }: PairComparison['first']): string => printable(`${name} ${version}`);
  const ofRun = (side: PairComparison['first']): string => `${titleOf(side)} (${printable(side.run)})`;
  const title =
    direction === 'second-less-first'
      ? `from ${ofRun(first)}, old, to ${ofRun(second)}, new`
      : `${titleOf(first)} against ${titleOf(second)}`;
  const sides = sidesOf(pair);
  return [
    colors.bold(`${printable(corpus)}: ${title}, ${shared}`),
    '',
    ...table(pair, sides),
    '',
    ...figures.map((figure) => verdict(figure, metric, sides.names)),
    ...untestedNote(figures),
    ...changes(pair, sides, colors),
    ...classesNote(pair),
  ].join('\n');
}

/** What the two are called, and which of them the other is subtracted from. */
interface Sides {
  /** Heads of columns. */
  readonly heads: readonly [string, string];
  readonly difference: string;
  /** The one from which the other is subtracted, then the other. */
  readonly names: readonly [string, string];
}

function sidesOf({ direction, first, second }: PairComparison): Sides {
  if (direction === 'second-less-first') {
    return { heads: ['old', 'new'], difference: 'new − old', names: ['new', 'old'] };
  }
  const names = [printable(first.name), printable(second.name)] as const;
  return { heads: ['first', 'second'], difference: 'first − second', names };
}

function table({ metric, figures }: PairComparison, { heads, difference }: Sides): string[] {
  const rows = [
    [metric, ...heads, difference, '95 %', 'p', 'better/same/worse'],
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
  { figure, difference, test, pages, wins, ties, losses, lacking }: ComparedFigure,
  metric: string,
  [first, second]: Sides['names'],
): string {
  const both = wins + ties + losses;
  const said = (text: string): string =>
    lacking === 0 || both === 0
      ? `${figure}: ${text}.`
      : `${figure}: ${text}; on ${formatNumber(lacking, 'page')} of ${formatCount(pages)} one of the two has none.`;
  if (both === 0) return said(`on no page both have ${metric} ${figure}`);
  if (wins === 0 && losses === 0) {
    return said(
      lacking === 0
        ? 'the same on every page'
        : `the same on all ${formatNumber(both, 'page')} on which both have it`,
    );
  }
  if (test === undefined) return said('nothing can be said of chance');
  if (isSignificant({ test: { ...test, adjusted: test.p } })) {
    const [better, worse] = difference > 0 ? [first, second] : [second, first];
    return said(`${better} is better than ${worse}`);
  }
  if (test.p <= SIGNIFICANCE || (test.interval !== undefined && excludesZero(test))) {
    const disagreement = `test and interval do not agree: p ${chance(test.p)}, ${intervalOf({ test })}`;
    return said(`the two cannot be told apart (${disagreement})`);
  }
  // The least difference is that of the pages alone; the test counts one more page.
  if (test.morePages === 0) {
    const size = Math.abs(difference).toFixed(3);
    return said(
      `the two cannot be told apart (a difference of ${size} is one that a single unseen page may undo)`,
    );
  }
  const reach = `but for the unseen page a difference of ${test.detectable.toFixed(3)} would be found here in four of five cases`;
  const more =
    test.morePages === undefined
      ? ''
      : `; at least ${formatNumber(test.morePages, 'page')} more would be needed for one of ${Math.abs(difference).toFixed(3)}`;
  return said(`the two cannot be told apart (${reach}${more})`);
}

/** Says why there are no intervals and no p, where there are none. */
function untestedNote(figures: readonly ComparedFigure[]): string[] {
  const untested = figures.filter(({ test }) => test === undefined);
  const most = Math.max(...untested.map(({ sites }) => sites));
  if (untested.length > 0 && untested.length === figures.length) {
    return [
      `no interval and no p: they take ${FEWEST_SITES} sites, and these pages are of ${formatCount(most)}.`,
    ];
  }
  return untested.map(
    (each) =>
      `no interval and no p of ${each.figure}: they take ${FEWEST_SITES} sites, and the pages that have it are of ${formatCount(each.sites)}.`,
  );
}

function changes(
  { metric, figures, pages, direction }: PairComparison,
  { names }: Sides,
  colors: Colors,
): string[] {
  const headline = figures.at(-1)!.figure;
  const all = changedPages(pages);
  const [up, down] = [
    all.filter(({ first, second }) => first > second),
    all.filter(({ first, second }) => first < second),
  ];
  const [better, worse] = direction === 'first-less-second' ? [up, down] : [down, up];
  return [
    ...named(`on which ${names[0]} is better by ${metric} ${headline}`, better, colors),
    ...named(`on which ${names[1]} is better`, worse, colors),
  ];
}

function named(title: string, pages: readonly PageChange[], colors: Colors): string[] {
  if (pages.length === 0) return [];
  const lines = pages.slice(0, CHANGES_SHOWN).map(({ page, site, first, second }) => {
    const where = page.startsWith(site) ? page : `${site} ${page}`;
    return `  ${first.toFixed(3)}  ${second.toFixed(3)}  ${printable(where)}`;
  });
  const rest =
    pages.length > lines.length
      ? [`  … ${formatCount(pages.length - lines.length)} more; --json has every page`]
      : [];
  return ['', colors.bold(`${formatNumber(pages.length, 'page')} ${title}`), ...lines, ...rest];
}

/** Of two runs: which classes of faults came with the change, and which went. */
function classesNote({ direction, classes, pages }: PairComparison): string[] {
  if (direction === 'first-less-second' || changedPages(pages).length === 0) return [];
  if (classes === undefined) {
    return ['', 'why: not known, for one of the runs explains nothing; assay score RUN makes one that does'];
  }
  const list = (of: readonly ClassChange[]): string => {
    const shown = of.slice(0, CLASSES_SHOWN).map(({ class: name, tokens, pages: touched }) => {
      return `${name} ${tokens > 0 ? '+' : '−'}${formatCount(Math.abs(tokens))} (${formatNumber(touched, 'page')})`;
    });
    const rest = of.length > shown.length ? `, ${formatCount(of.length - shown.length)} more` : '';
    return `${shown.join(', ')}${rest}`;
  };
  const came = classes.filter(({ tokens }) => tokens > 0);
  const went = classes.filter(({ tokens }) => tokens < 0);
  return [
    '',
    ...(came.length === 0 ? [] : [`came on these pages: ${list(came)}`]),
    ...(went.length === 0 ? [] : [`went on these pages: ${list(went)}`]),
  ];
}

/** The interval of a difference, `–` where there is none. */
export function intervalOf({ test }: Pick<Comparison, 'test'>): string {
  const interval = test?.interval;
  return interval === undefined ? NO_VALUE : `${signed(interval.low)} to ${signed(interval.high)}`;
}

/** A p value with three decimals. */
export function chance(p: number): string {
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}
