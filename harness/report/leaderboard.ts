import type { NeighbourComparison, RunDescription, SummaryEntry } from '../model/run.ts';
import { NO_VALUE, formatCount, formatMs, formatNumber, formatShare } from './format.ts';
import { ORACLE } from '../run/oracle.ts';
import { baseName } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { METRICS, metricNamed } from '../score/metrics/register.ts';
import { SIGNIFICANCE } from '../stats/ranks.ts';
import type { ReportInput } from './report-input.ts';

/** A column: what stands over it, and which side its cells keep to. */
export interface Column {
  /** The metric that the column belongs to; empty for what is no figure. */
  readonly group: string;
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** The table of one corpus, ready for any format. */
export interface Leaderboard {
  readonly title: string;
  readonly columns: readonly Column[];
  /** Cells by row, best first; baselines stand among the rows and are marked. */
  readonly rows: readonly (readonly string[])[];
  /** What has to be said so that the table is read right. */
  readonly notes: readonly string[];
  /** What the figures are made of, one line a metric and set of pages. */
  readonly signatures: readonly string[];
}

interface FigureColumn extends Column {
  readonly cell: (entry: SummaryEntry) => string;
}

/** Short titles of figures in tables; a figure without one stands under its own name. */
const TITLES: Readonly<Record<string, string>> = {
  precision: 'P',
  recall: 'R',
  f1: 'F1',
  accuracy: 'acc',
};

/** The columns of a table: the metrics that were computed, in their order, between what they are not. */
function columnsFor(
  metrics: readonly Metric[],
  { summary }: ReportInput,
  entries: readonly SummaryEntry[],
  isLong: boolean,
): FigureColumn[] {
  const areRanked = entries.some(({ rank }) => rank !== undefined);
  const isRejecting = metrics.some((metric) => metric.figures.includes(REJECTS));
  return [
    ...(areRanked ? [column('rank', ({ rank }) => (rank === undefined ? NO_VALUE : formatCount(rank)))] : []),
    ...nameColumns(),
    ...metrics.flatMap((metric) => figureColumns(metric, entries)),
    ...(isRejecting
      ? [column(REJECTS, (entry) => formatShare(entry.metrics[entry.primary]?.[REJECTS]))]
      : []),
    ...(areRanked ? [column(TO_NEXT, (entry) => toNext(summary.neighbours, entry))] : []),
    column('failed', (entry) => formatCount(entry.pages.failed)),
    column('median ms', (entry) => ('medianMs' in entry.time ? formatMs(entry.time.medianMs) : NO_VALUE)),
    ...(isLong && entries.some(({ memory }) => memory !== undefined) ? [column('peak MB', peakMb)] : []),
  ];
}

function peakMb({ memory }: SummaryEntry): string {
  return memory === undefined ? NO_VALUE : formatCount(Math.round(memory.peakMb));
}

function nameColumns(): FigureColumn[] {
  return [
    { ...column('extractor', (entry) => (entry.baseline ? `${entry.name} *` : entry.name)), align: 'left' },
    column('pages', (entry) => formatCount(entry.pages.scored)),
  ];
}

/** The figures of a metric; behind the one that ranks, its interval. */
function figureColumns(metric: Metric, entries: readonly SummaryEntry[]): FigureColumn[] {
  const isPrimary = entries.some(({ primary }) => primary === metric.name);
  return metric.figures
    .filter((figure) => figure !== REJECTS)
    .flatMap((figure) => {
      const isShown =
        isPrimary && figure === metric.headline && entries.some((entry) => intervalOf(entry, metric));
      return isShown
        ? [figureColumn(metric.name, figure), intervalColumn(metric)]
        : [figureColumn(metric.name, figure)];
    });
}

function intervalColumn(metric: Metric): FigureColumn {
  const cell = (entry: SummaryEntry): string => intervalOf(entry, metric) ?? NO_VALUE;
  return { group: metric.name, title: '95 %', align: 'right', cell };
}

function intervalOf({ metrics }: SummaryEntry, { name, headline }: Metric): string | undefined {
  const figure = metrics[name]?.[headline];
  if (figure === undefined || !('low' in figure) || !('high' in figure)) return undefined;
  return `${figure.low.toFixed(3)}–${figure.high.toFixed(3)}`;
}

/** Over how many pages more an extractor and the one below it would be told apart. */
const TO_NEXT = 'to next';
const MOST_PAGES = 99_999;

function toNext(neighbours: readonly NeighbourComparison[], entry: SummaryEntry): string {
  const test = neighbours.find(({ corpus, first }) => corpus === entry.corpus && first === entry.name)?.test;
  if (test === undefined) return NO_VALUE;
  if (test.adjusted <= SIGNIFICANCE) return 'apart';
  if (test.morePages === undefined) return 'same';
  return test.morePages > MOST_PAGES ? `>${formatCount(MOST_PAGES)}` : `+${formatCount(test.morePages)}`;
}

/** A figure of the primary metric about other pages than the rest, so it stands apart from it. */
const REJECTS = 'rejects';

/** One table for each corpus of a run, sorted by the headline figure of its primary metric. */
export function leaderboards(
  input: ReportInput,
  { isLong }: { readonly isLong: boolean } = { isLong: false },
): Leaderboard[] {
  return input.description.corpora.map((corpus) => {
    const entries = entriesOf(input, corpus.name);
    const metrics = metricsOf(entries).filter((metric) => !isAside(metric, input));
    const columns = columnsFor(metrics, input, entries, isLong);
    return {
      title: titleOf(corpus, input.description.policy, entries),
      ...tableOf(columns, entries),
      notes: notesOn(entries),
      signatures: signaturesOf(entries, metrics),
    };
  });
}

/** The table of what goes beside the figures of the text, headline figures alone; none where nothing does. */
export function companionTable(input: ReportInput, corpus: string): Leaderboard | undefined {
  const entries = entriesOf(input, corpus);
  const metrics = metricsOf(entries).filter((metric) => isAside(metric, input));
  if (metrics.length === 0) return undefined;
  const columns = [...nameColumns(), ...metrics.map(companionColumn)];
  const losses = metrics.filter(({ best }) => best === 0).map(({ name }) => name);
  return {
    title: `${corpus}: structure, order and metadata`,
    ...tableOf(columns, entries),
    notes:
      losses.length === 0
        ? []
        : [`${losses.join(', ')}: shares of what went wrong, 0 is best; all others: 1 is`],
    signatures: signaturesOf(entries, metrics),
  };
}

/** A metric of one figure stands under its own name. */
function companionColumn({ name, headline, figures }: Metric): FigureColumn {
  const whole = figureColumn(name, headline);
  return figures.length === 1 ? { ...whole, group: '', title: name } : whole;
}

function tableOf(
  columns: readonly FigureColumn[],
  entries: readonly SummaryEntry[],
): Pick<Leaderboard, 'columns' | 'rows'> {
  return {
    columns: columns.map(({ group, title, align }) => ({ group, title, align })),
    rows: entries.map((entry) => columns.map(({ cell }) => cell(entry))),
  };
}

function entriesOf({ summary }: ReportInput, corpus: string): SummaryEntry[] {
  return ranked(summary.extractors.filter((entry) => entry.corpus === corpus));
}

/** The metrics that some page has gold for, in the order of tables. */
function metricsOf(entries: readonly SummaryEntry[]): Metric[] {
  const names = new Set(entries.flatMap((entry) => Object.keys(entry.metrics)));
  const metrics = [...names].flatMap((name) => metricNamed(name) ?? []);
  const place = ({ name }: Metric): number => METRICS.findIndex((metric) => metric.name === baseName(name));
  return metrics.toSorted((a, b) => place(a) - place(b));
}

/** Companions stand in a table of their own, unless somebody chose among them. */
function isAside(metric: Metric, { description }: ReportInput): boolean {
  const computed = new Set(description.metrics);
  const companions = METRICS.filter(({ companion }) => companion);
  const areAll = companions.every(({ name, version }) => computed.has(`${name}@${version}`));
  return metric.companion === true && areAll;
}

function signaturesOf(entries: readonly SummaryEntry[], metrics: readonly Metric[]): string[] {
  const names = metrics.map(({ name }) => name);
  return [...new Set(entries.flatMap(({ signatures }) => names.flatMap((name) => signatures[name] ?? [])))];
}

/** Best first by the primary metric's F1; those without one last; equal ones by name. */
export function ranked(entries: readonly SummaryEntry[]): SummaryEntry[] {
  const headline = (entry: SummaryEntry): number => {
    const figure = entry.metrics[entry.primary]?.['f1'];
    return figure !== undefined && 'value' in figure ? figure.value : -1;
  };
  return entries.toSorted((a, b) => headline(b) - headline(a) || (a.name < b.name ? -1 : 1));
}

function titleOf(
  corpus: RunDescription['corpora'][number],
  policy: string,
  entries: readonly SummaryEntry[],
): string {
  const version = corpus.version === undefined ? '' : ` ${corpus.version}`;
  const pages =
    corpus.selected === corpus.pages
      ? formatNumber(corpus.pages, 'page')
      : `${formatCount(corpus.selected)} of ${formatNumber(corpus.pages, 'page')}`;
  return `${corpus.name}${version} · ${pages} · policy ${policy} · sorted by ${entries[0]?.primary ?? 'tokens'} F1`;
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
      'rank: 1 + the number of extractors that are better by more than chance (sign flips by site, 5 %, corrected for all pairs); 95 %: interval by site',
      `${TO_NEXT}: pages more, like these, that would tell an extractor from the one below it; apart: they are told apart; +0: they would be, were they the only pair`,
    );
  } else if (entries.filter(({ baseline }) => !baseline).length > 1) {
    notes.push('no ranks: they take 20 sites that extractors share; differences may be chance');
  }
  const skipping = entries.filter((entry) => entry.pages.skipped > 0);
  if (skipping.length > 0) {
    const who = skipping.map((entry) => `${entry.name} ${entry.pages.skipped}`).join(', ');
    notes.push(
      `skipped pages of a medium they do not take: ${who}; rows over other pages are not comparable`,
    );
  }
  const cached = entries.flatMap(({ name, time }) =>
    'cached' in time ? [`${name} ${time.cached} of ${time.pages}`] : [],
  );
  if (cached.length > 0) {
    notes.push(`pages answered from the cache, with the times of then: ${cached.join(', ')}`);
  }
  return notes;
}

function column(title: string, cell: (entry: SummaryEntry) => string): FigureColumn {
  return { group: '', title, align: 'right', cell };
}

function figureColumn(metric: string, figure: string): FigureColumn {
  const cell = (entry: SummaryEntry): string => formatShare(entry.metrics[metric]?.[figure]);
  return { group: metric, title: TITLES[figure] ?? figure, align: 'right', cell };
}
