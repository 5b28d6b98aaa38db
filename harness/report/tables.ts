import { ORACLE, valueOf } from '../model/score.ts';
import { goodness, headlineTitle } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { METRICS, primaryMetric } from '../score/metrics/register.ts';
import { FEWEST_SITES } from '../stats/interval.ts';
import { isSignificant } from '../stats/ranks.ts';
import type { CorpusOfRun } from '../store/run-description.ts';
import type { NeighbourComparison, SummaryEntry } from '../store/summary-file.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { NO_VALUE, formatCount, formatMb, formatMs, formatNumber } from './format.ts';
import type { FinishedRun } from './reporter.ts';
import { apartColumns, column, figureColumn, figureColumns, nameColumns, tableOf } from './table-columns.ts';
import type { Column, FigureColumn } from './table-columns.ts';

/** A table of extractors, ready for any format. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  /** Cells by row, best first; baselines stand among the rows and are marked. */
  readonly rows: readonly (readonly string[])[];
  /** What a reader has to know to read the table right. */
  readonly notes: readonly string[];
  /** What the figures are made of, one line a metric and set of pages. */
  readonly signatures: readonly string[];
}

/** What a run says of a corpus, best first by the headline of its primary metric; entries without one last, equal ones by name. */
export function entriesOf({ summary }: FinishedRun, { name, gold }: CorpusOfRun): SummaryEntry[] {
  const primary = primaryMetric(gold);
  const goodnessOf = ({ metrics }: SummaryEntry): number =>
    goodness(valueOf(metrics[primary.name]?.[primary.headline]), primary);
  return summary.extractors
    .filter((entry) => entry.corpus === name)
    .toSorted((a, b) => goodnessOf(b) - goodnessOf(a) || compareCodeUnits(a.name, b.name));
}

/** The metrics that some page of these entries has gold for, in the order of tables. */
export function metricsOf({ metrics }: FinishedRun, entries: readonly SummaryEntry[]): Metric[] {
  return metrics.filter(({ name }) => entries.some((entry) => Object.hasOwn(entry.metrics, name)));
}

/** Whether a metric stands in the table of companions: companions do if the run has all of them, that is, nobody chose. */
export function isAside(metric: Metric, { metrics }: FinishedRun): boolean {
  const companions = METRICS.filter(({ companion }) => companion);
  return metric.companion === true && companions.every((each) => metrics.includes(each));
}

/** What the figures of some metrics are made of, each line once. */
export function signaturesOf(entries: readonly SummaryEntry[], metrics: readonly Metric[]): string[] {
  const names = metrics.map(({ name }) => name);
  return [...new Set(entries.flatMap(({ signatures }) => names.flatMap((name) => signatures[name] ?? [])))];
}

/** What a table shows beside the usual. */
export interface TableExtent {
  /** With a column of memory. Default: false. */
  readonly isLong?: boolean;
  /** Only the primary metric. Default: false. */
  readonly isNarrow?: boolean;
}

/** The table of one corpus: its extractors, best first, with the figures of the metrics that are not companions. */
export function mainTable(
  run: FinishedRun,
  corpus: CorpusOfRun,
  { isLong = false, isNarrow = false }: TableExtent = {},
): Table {
  const entries = entriesOf(run, corpus);
  const primary = primaryMetric(corpus.gold);
  const metrics = metricsOf(run, entries).filter((metric) =>
    isNarrow ? metric.name === primary.name : !isAside(metric, run),
  );
  return {
    title: `${corpusTitle(corpus)} · policy ${run.description.policy} · sorted by ${headlineTitle(primary)}`,
    ...tableOf(mainColumns(metrics, run, entries, isLong), entries),
    notes: notesOn(entries),
    signatures: signaturesOf(entries, metrics),
  };
}

/** The columns of a table: the figures, and around them rank, names, failures and times. */
function mainColumns(
  metrics: readonly Metric[],
  { summary }: FinishedRun,
  entries: readonly SummaryEntry[],
  isLong: boolean,
): FigureColumn[] {
  const areRanked = entries.some(({ rank }) => rank !== undefined);
  const rank = column('rank', (entry) => (entry.rank === undefined ? NO_VALUE : formatCount(entry.rank)));
  const hasMemory = isLong && entries.some(({ memory }) => memory !== undefined);
  return [
    ...(areRanked ? [rank] : []),
    ...nameColumns(),
    ...metrics.flatMap((metric) => figureColumns(metric, entries)),
    ...apartColumns(metrics),
    ...(areRanked ? [column(TO_NEXT, (entry) => toNext(summary.neighbours, entry))] : []),
    column('failed', (entry) => formatCount(entry.pages.failed)),
    column('median ms', ({ time }) => ('medianMs' in time ? formatMs(time.medianMs) : NO_VALUE)),
    ...(hasMemory ? [column('peak MB', ({ memory }) => formatMb(memory?.peakMb))] : []),
  ];
}

/** The column that says how many more pages would tell an extractor from the one below it. */
export const TO_NEXT = 'to next';
const MOST_PAGES = 99_999;

function toNext(neighbours: readonly NeighbourComparison[], entry: SummaryEntry): string {
  const test = neighbours.find(({ corpus, first }) => corpus === entry.corpus && first === entry.name)?.test;
  if (test === undefined) return NO_VALUE;
  if (isSignificant({ test })) return 'apart';
  if (test.morePages === undefined) return 'same';
  return test.morePages > MOST_PAGES ? `>${formatCount(MOST_PAGES)}` : `+${formatCount(test.morePages)}`;
}

function corpusTitle({ name, version, pages, selected }: CorpusOfRun): string {
  const count =
    selected === pages
      ? formatNumber(pages, 'page')
      : `${formatCount(selected)} of ${formatNumber(pages, 'page')}`;
  return `${name}${version === undefined ? '' : ` ${version}`} · ${count}`;
}

function notesOn(entries: readonly SummaryEntry[]): string[] {
  const notes: string[] = [];
  if (entries.some((entry) => entry.baseline)) notes.push('* a baseline, to keep the table honest');
  if (entries.some(({ name, baseline }) => name === ORACLE && baseline)) {
    notes.push(
      'oracle: for each page and metric the best of the extractors above and below it, baselines aside',
    );
  }
  if (entries.some(({ rank }) => rank !== undefined)) {
    notes.push(
      'rank: 1 + the number of extractors that are better by more than chance explains (sign flips by site, 5 %, corrected for all pairs)',
      '95 %: where the figure would probably lie on other sites like these; rank and 95 % allow for one more page that goes against what the others say',
      `${TO_NEXT}: pages more, like these, that it takes at least to tell an extractor from the one below it, for other pairs and the unseen page are left out here; apart: they are told apart; +0: these pages would do, were it not for those`,
    );
  } else if (entries.filter(({ baseline }) => !baseline).length > 1) {
    notes.push(`no ranks: the extractors share fewer than ${FEWEST_SITES} sites; differences may be chance`);
  }
  if (
    entries.some(({ metrics }) =>
      Object.values(metrics).some(({ rejects }) => valueOf(rejects) !== undefined),
    )
  )
    notes.push('rejects: on what share of the pages without an article nothing came out');
  const skipping = entries.filter((entry) => entry.pages.skipped > 0);
  if (skipping.length > 0) {
    const who = skipping.map((entry) => `${entry.name} ${entry.pages.skipped}`).join(', ');
    notes.push(`skipped pages: ${who}; rows over other pages are not comparable`);
  }
  return [...notes, ...cachedNote(entries)];
}

/** A note that says which times are older than the run; none if none are. */
export function cachedNote(entries: readonly SummaryEntry[]): string[] {
  const cached = entries.flatMap(({ name, time }) =>
    'cached' in time ? [`${name} ${time.cached} of ${time.pages}`] : [],
  );
  if (cached.length === 0) return [];
  return [`pages answered from the cache, with the times of then: ${cached.join(', ')}`];
}

/** The headlines of the companions, which go beside the figures of the text; undefined if the run has none. */
export function companionTable(run: FinishedRun, corpus: CorpusOfRun): Table | undefined {
  const entries = entriesOf(run, corpus);
  const metrics = metricsOf(run, entries).filter((metric) => isAside(metric, run));
  if (metrics.length === 0) return undefined;
  const losses = metrics.filter(({ best }) => best === 0).map(({ name }) => name);
  return {
    title: `${corpus.name}: structure, order and metadata`,
    ...tableOf([...nameColumns(), ...metrics.map(companionColumn)], entries),
    notes:
      losses.length === 0
        ? []
        : [`${losses.join(', ')}: shares of what went wrong, 0 is best; all others: 1 is`],
    signatures: signaturesOf(entries, metrics),
  };
}

/** A metric with a single figure stands under its own name. */
function companionColumn({ name, headline, figures }: Metric): FigureColumn {
  const whole = figureColumn(name, headline);
  return figures.length === 1 ? { ...whole, group: '', title: name } : whole;
}
