import type { SummaryEntry } from '../store/summary-file.ts';
import { figureTitle } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { NO_VALUE, formatCount, formatShare } from './format.ts';

/** A column: its head, and how its cells are aligned. */
export interface Column {
  /** The metric that the column belongs to; empty for what is not a figure. */
  readonly group: string;
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A column and the function that makes its cells. */
export interface FigureColumn extends Column {
  readonly cell: (entry: SummaryEntry) => string;
}

/** A column of what is not a figure of a metric. */
export function column(title: string, cell: (entry: SummaryEntry) => string): FigureColumn {
  return { group: '', title, align: 'right', cell };
}

/** The extractor's name and the number of its pages. */
export function nameColumns(): FigureColumn[] {
  return [
    { ...column('extractor', (entry) => (entry.baseline ? `${entry.name} *` : entry.name)), align: 'left' },
    column('pages', (entry) => formatCount(entry.pages.scored)),
  ];
}

/** The figures of a metric without the one that stands apart; the figure that ranks is followed by its interval. */
export function figureColumns(metric: Metric, entries: readonly SummaryEntry[]): FigureColumn[] {
  const isPrimary = entries.some(({ primary }) => primary === metric.name);
  const hasInterval = isPrimary && entries.some((entry) => intervalOf(entry, metric) !== undefined);
  return metric.figures
    .filter((figure) => metric.apart !== figure)
    .flatMap((figure) => {
      const own = figureColumn(metric.name, figure);
      return hasInterval && figure === metric.headline ? [own, intervalColumn(metric)] : [own];
    });
}

/** The figures that are about other pages than the rest of their metrics. */
export function apartColumns(metrics: readonly Metric[]): FigureColumn[] {
  return metrics.flatMap(({ name, apart }) =>
    apart === undefined ? [] : [{ ...figureColumn(name, apart), group: '' }],
  );
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

/** One figure of a metric. */
export function figureColumn(metric: string, figure: string): FigureColumn {
  const cell = (entry: SummaryEntry): string => formatShare(entry.metrics[metric]?.[figure]);
  return { group: metric, title: figureTitle(figure), align: 'right', cell };
}

/** The cells of a table. */
export function tableOf(
  columns: readonly FigureColumn[],
  entries: readonly SummaryEntry[],
): { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] } {
  return {
    columns: columns.map(({ group, title, align }) => ({ group, title, align })),
    rows: entries.map((entry) => columns.map(({ cell }) => cell(entry))),
  };
}
