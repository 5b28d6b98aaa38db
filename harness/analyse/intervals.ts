import type { Aggregate, PageScore } from '../model/score.ts';
import type { Metric } from '../score/metric.ts';
import { bySite, columnsOf } from '../stats/columns.ts';
import type { Columns } from '../stats/columns.ts';
import { bootstrapIntervals } from '../stats/interval.ts';
import type { Interval } from '../stats/interval.ts';
import type { Resampling } from '../stats/resamples.ts';

/** A page's score and the site of the page. */
export interface SitedScore {
  readonly site: string;
  readonly score: PageScore;
}

/** Scores in one order whatever the order of workers, because sums are taken in it. */
export interface ScoredMetric {
  readonly metric: Metric;
  readonly scores: readonly SitedScore[];
}

/**
 * The figures of a corpus with their 95 % intervals by name, for each of the metrics; there is none where
 * `bootstrapIntervals` gives none, nor for what is no share of 0..1.
 */
export function aggregateWithIntervals(
  metrics: readonly ScoredMetric[],
  resampling: Resampling,
): Record<string, Aggregate>[] {
  const aggregated = metrics.map(aggregateMetric);
  const all = aggregated.flatMap(({ columns }) => [...columns.values()]);
  const intervals = bootstrapIntervals(all, resampling);
  const intervalOf = new Map(all.map((columns, index) => [columns, intervals[index]]));
  return aggregated.map(({ aggregates, columns }) => {
    const withIntervals = Object.entries(aggregates).map(([figure, aggregate]) => {
      const resampled = columns.get(figure);
      return [figure, withInterval(aggregate, resampled && intervalOf.get(resampled))] as const;
    });
    return Object.fromEntries(withIntervals);
  });
}

/** The figures of a metric, and of those that have an interval their columns by site. */
function aggregateMetric({ metric, scores }: ScoredMetric): {
  readonly aggregates: Record<string, Aggregate>;
  readonly columns: ReadonlyMap<string, Columns>;
} {
  const pages = scores.map(({ score }) => score);
  const { siteOf, sites } = numberSites(scores);
  const aggregates = metric.aggregate(pages);
  const resampled = metric.figures.filter((figure) => 'value' in aggregates[figure]!);
  const columns = resampled.map((figure): [string, Columns] => {
    return [figure, bySite(columnsOf(pages, figure, metric.estimates?.[figure]), siteOf, sites)];
  });
  return { aggregates, columns: new Map(columns) };
}

function withInterval(aggregate: Aggregate, interval: Interval | undefined): Aggregate {
  if (!('value' in aggregate) || interval === undefined) return aggregate;
  const { value, n } = aggregate;
  return { value, ...interval, n };
}

function numberSites(scores: readonly SitedScore[]): { readonly siteOf: Int32Array; readonly sites: number } {
  const numbers = new Map<string, number>();
  const siteOf = Int32Array.from(scores, ({ site }) => {
    const known = numbers.get(site) ?? numbers.size;
    numbers.set(site, known);
    return known;
  });
  return { siteOf, sites: numbers.size };
}
