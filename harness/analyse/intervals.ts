import type { Aggregate, PageScore } from '../model/score.ts';
import type { Metric } from '../score/metric.ts';
import { bySite, columnsOf } from '../stats/columns.ts';
import { intervalOf } from '../stats/interval.ts';
import type { Interval } from '../stats/interval.ts';

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
 * The figures of a corpus by name, each with its 95 % interval (`intervalOf`): none on fewer than 20 sites, nor for what is
 * no share of 0..1.
 */
export function aggregateWithIntervals({ metric, scores }: ScoredMetric): Record<string, Aggregate> {
  const pages = scores.map(({ score }) => score);
  const { siteOf, sites } = numberSites(scores);
  const aggregates = Object.entries(metric.aggregate(pages)).map(([figure, aggregate]) => {
    if (!metric.figures.includes(figure) || !('value' in aggregate)) return [figure, aggregate] as const;
    const columns = columnsOf(pages, figure, metric.estimates?.[figure]);
    return [figure, withInterval(aggregate, intervalOf(bySite(columns, siteOf, sites)))] as const;
  });
  return Object.fromEntries(aggregates);
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
