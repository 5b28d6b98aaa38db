import type { JournalLine, NeighbourComparison, SummaryEntry } from '../model/run.ts';
import type { Metric } from '../score/metric.ts';
import type { Comparison } from '../stats/comparison-table.ts';
import { compareSystems } from '../stats/compare-systems.ts';
import { ranksOf } from '../stats/ranks.ts';
import type { Resampling } from '../stats/resamples.ts';
import { comparisonTable } from './comparison-table.ts';
import type { ScoresByPage } from './comparison-table.ts';
import { compareCodeUnits } from './order.ts';

/** What a ranking is made from: an extractor's entry on a corpus, and its lines there, sorted by page. */
export interface RankedGroup {
  readonly entry: SummaryEntry;
  readonly lines: readonly JournalLine[];
}

export interface Ranking {
  /** By name; baselines have none, nor has anyone where sites are too few. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly neighbours: readonly NeighbourComparison[];
}

/** Compares the extractors of one corpus, all pairs of them, by the headline figure of its primary metric. */
export function rankGroups(groups: readonly RankedGroup[], metric: Metric, resampling: Resampling): Ranking {
  const ordered = bestFirst(groups, metric);
  const sites = new Map(
    ordered
      .flatMap(({ lines }) => lines)
      .toSorted((a, b) => compareCodeUnits(a.page, b.page))
      .map(({ page, site }) => [page, site]),
  );
  const systems = ordered.map(({ lines }) => scoresOf(lines, metric));
  const table = comparisonTable(sites, systems, metric, metric.headline);
  const comparisons = compareSystems(table, resampling);
  const ranks = ranksOf(comparisons, ordered.length, metric.best ?? 1);
  return {
    ranks: new Map(
      ordered.flatMap(({ entry }, index): [string, number][] => {
        const rank = ranks[index];
        return rank === undefined ? [] : [[entry.name, rank]];
      }),
    ),
    neighbours: comparisons
      .filter(({ first, second }) => second === first + 1)
      .map((comparison) => describe(comparison, ordered, metric)),
  };
}

function bestFirst(groups: readonly RankedGroup[], metric: Metric): RankedGroup[] {
  const valueOf = ({ entry }: RankedGroup): number | undefined => {
    const figure = entry.metrics[metric.name]?.[metric.headline];
    return figure !== undefined && 'value' in figure ? figure.value : undefined;
  };
  const sign = metric.best === 0 ? 1 : -1;
  return groups
    .filter((group) => !group.entry.baseline && valueOf(group) !== undefined)
    .toSorted((a, b) => sign * (valueOf(a)! - valueOf(b)!) || compareCodeUnits(a.entry.name, b.entry.name));
}

function scoresOf(lines: readonly JournalLine[], metric: Metric): ScoresByPage {
  return new Map(
    lines.flatMap((line) => {
      const score = line.status === 'skipped' ? undefined : line.metrics[metric.name];
      return score === undefined ? [] : [[line.page, score]];
    }),
  );
}

function describe(
  { first, second, test, ...comparison }: Comparison,
  ordered: readonly RankedGroup[],
  metric: Metric,
): NeighbourComparison {
  const { entry } = ordered[first]!;
  return {
    corpus: entry.corpus,
    metric: metric.name,
    figure: metric.headline,
    first: entry.name,
    second: ordered[second]!.entry.name,
    ...comparison,
    ...(test !== undefined && { test }),
  };
}
