import type { RunDescription, SummaryEntry } from '../model/run.ts';
import { NO_VALUE, formatCount, formatMs, formatNumber, formatShare } from './format.ts';
import type { Metric } from '../score/metric.ts';
import { METRICS } from '../score/metrics/register.ts';
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
function columnsFor(metrics: readonly Metric[]): FigureColumn[] {
  return [
    { ...column('extractor', (entry) => (entry.baseline ? `${entry.name} *` : entry.name)), align: 'left' },
    column('pages', (entry) => formatCount(entry.pages.scored)),
    ...metrics.flatMap((metric) =>
      metric.figures
        .filter((figure) => figure !== REJECTS)
        .map((figure) => figureColumn(metric.name, figure)),
    ),
    ...(metrics.some((metric) => metric.figures.includes(REJECTS))
      ? [column(REJECTS, (entry) => formatShare(entry.metrics[entry.primary]?.[REJECTS]))]
      : []),
    column('failed', (entry) => formatCount(entry.pages.failed)),
    column('median ms', (entry) => ('medianMs' in entry.time ? formatMs(entry.time.medianMs) : NO_VALUE)),
  ];
}

/** A figure of the primary metric about other pages than the rest, so it stands apart from it. */
const REJECTS = 'rejects';

/** One table for each corpus of a run, sorted by the headline figure of its primary metric. */
export function leaderboards({ description, summary }: ReportInput): Leaderboard[] {
  return description.corpora.map((corpus) => {
    const entries = ranked(summary.extractors.filter((entry) => entry.corpus === corpus.name));
    const columns = columnsFor(
      METRICS.filter(({ name }) => entries.some((entry) => entry.metrics[name] !== undefined)),
    );
    return {
      title: titleOf(corpus, description.policy, entries),
      columns: columns.map(({ group, title, align }) => ({ group, title, align })),
      rows: entries.map((entry) => columns.map(({ cell }) => cell(entry))),
      notes: notesOn(entries),
      signatures: [...new Set(entries.flatMap((entry) => Object.values(entry.signatures)))],
    };
  });
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
  const skipping = entries.filter((entry) => entry.pages.skipped > 0);
  if (skipping.length > 0) {
    const who = skipping.map((entry) => `${entry.name} ${entry.pages.skipped}`).join(', ');
    notes.push(
      `skipped pages of a medium they do not take: ${who}; rows over other pages are not comparable`,
    );
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
