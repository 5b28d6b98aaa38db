import type { Aggregate, PageScore } from '../model/score.ts';
import type { Metric } from '../score/metric.ts';
import { bySite, columnsOf } from '../stats/columns.ts';
import { bootstrapInterval } from '../stats/interval.ts';
import type { Resampling } from '../stats/resamples.ts';

/** A page's score and the site of the page. */
export interface SitedScore {
  readonly site: string;
  readonly score: PageScore;
}

/**
 * The figures of a corpus with their 95 % intervals, by name; there is none where `bootstrapInterval` gives none, nor
 * for what is no share of 0..1.
 *
 * @param scores in one order whatever the order of workers, because sums are taken in it
 */
export function aggregateWithIntervals(
  metric: Metric,
  scores: readonly SitedScore[],
  resampling: Resampling,
): Record<string, Aggregate> {
  const pages = scores.map(({ score }) => score);
  const { siteOf, sites } = numberSites(scores);
  const aggregates = Object.entries(metric.aggregate(pages)).map(
    ([figure, aggregate]): [string, Aggregate] => {
      if (!('value' in aggregate) || !metric.figures.includes(figure)) return [figure, aggregate];
      const columns = columnsOf(pages, figure, metric.estimates?.[figure]);
      const interval = bootstrapInterval(bySite(columns, siteOf, sites), resampling);
      const { value, n } = aggregate;
      return [figure, interval === undefined ? aggregate : { value, ...interval, n }];
    },
  );
  return Object.fromEntries(aggregates);
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
