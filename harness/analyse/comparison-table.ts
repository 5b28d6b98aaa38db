import { isDefined } from '../model/score.ts';
import type { PageScore } from '../model/score.ts';
import type { Metric } from '../score/metric.ts';
import { columnsOf } from '../stats/columns.ts';
import type { ComparedSystem, ComparisonTable } from '../stats/comparison-table.ts';

/** The scores that one metric gave a system, by identifier of the page. */
export type ScoresByPage = ReadonlyMap<string, PageScore>;

/**
 * Puts systems beside each other, page by page, to be compared by one figure of a metric. A page counts for a system
 * if the metric scored it there and gold gives the figure something to say.
 *
 * @param sites the site of each page that may be compared, by identifier
 */
export function comparisonTable(
  sites: ReadonlyMap<string, string>,
  systems: readonly ScoresByPage[],
  metric: Metric,
  figure: string,
): ComparisonTable {
  const pages = [...sites.keys()];
  const numbers = new Map([...new Set(sites.values())].map((site, number) => [site, number]));
  return {
    siteOf: Int32Array.from(pages, (page) => numbers.get(sites.get(page)!)!),
    sites: numbers.size,
    systems: systems.map((byPage) =>
      comparedSystem(
        pages.map((page) => byPage.get(page)),
        metric,
        figure,
      ),
    ),
  };
}

function comparedSystem(
  scores: readonly (PageScore | undefined)[],
  metric: Metric,
  figure: string,
): ComparedSystem {
  return {
    counts: Uint8Array.from(scores, (score) => (score !== undefined && hasGold(score, figure) ? 1 : 0)),
    values: Float64Array.from(scores, (score) => {
      const value = score?.figures[figure];
      return isDefined(value) ? value : Number.NaN;
    }),
    columns: columnsOf(scores, figure, metric.estimates?.[figure]),
  };
}

/** What came out decides whether a figure is wrong, never whether a page counts; gold alone does that. */
function hasGold({ figures }: PageScore, name: string): boolean {
  const figure = figures[name];
  return isDefined(figure) || figure?.undefined === 'nothing-extracted';
}
