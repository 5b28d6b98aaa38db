import { isDefined } from '../model/score.ts';
import type { PageScore } from '../model/score.ts';
import { figureOnPage, goodness, hasGold } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { columnsOf } from '../stats/columns.ts';
import { compareSystems } from '../stats/compare-systems.ts';
import type { ComparedSystem, Comparison, ComparisonTable } from '../stats/comparison-table.ts';
import { ranksOf } from '../stats/ranks.ts';
import type { SignFlips } from '../stats/sign-flips.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { NeighbourComparison, SummaryEntry } from '../store/summary-file.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';

/** A system of one corpus, and its lines there. */
interface System {
  readonly name: string;
  readonly lines: readonly JournalLine[];
}

/** A system by its figure over all pages that it scored. */
export interface RankedSystem {
  readonly name: string;
  readonly value: number;
  /** Pages on which the figure counts; a pair is compared on those that count for both, which may be fewer. */
  readonly pages: number;
  /** Absent where sites are too few. */
  readonly rank?: number;
}

/** Systems of one corpus beside each other, by one figure. */
export interface RankedSystems {
  /** Best first, equal ones by name. */
  readonly systems: readonly RankedSystem[];
  /** All pairs; `first` and `second` are indices into `systems`, the better one first. */
  readonly pairs: readonly Comparison[];
}

/**
 * Puts systems into the order of their headline figures and compares all pairs of them. Who has no such figure is not
 * among them.
 */
export function rankSystems(systems: readonly System[], metric: Metric, flips: SignFlips): RankedSystems {
  const ordered = bestFirst(systems, metric);
  const sites = sitesOf(ordered.flatMap(({ lines }) => lines));
  const scores = ordered.map((system) => system.scores);
  const table = comparisonTable(sites, scores, metric, metric.headline);
  const pairs = compareSystems(table, flips);
  const ranks = ranksOf(pairs, ordered.length, metric.best ?? 1);
  return {
    systems: ordered.map(({ name, value }, index) => {
      const rank = ranks[index];
      const pages = table.systems[index]!.counts.reduce((sum, flag) => sum + flag, 0);
      return { name, value, pages, ...(rank !== undefined && { rank }) };
    }),
    pairs,
  };
}

/** What a ranking is made from: an extractor's entry on a corpus, and its lines there. */
export interface RankedGroup {
  readonly entry: SummaryEntry;
  readonly lines: readonly JournalLine[];
}

/** What the extractors of one corpus are beside each other. */
export interface Ranking {
  /** By name; baselines have none, nor has anyone where sites are too few. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly neighbours: readonly NeighbourComparison[];
}

/** Compares the extractors of one corpus, all pairs of them, by the headline figure of its primary metric. */
export function rankGroups(groups: readonly RankedGroup[], metric: Metric, flips: SignFlips): Ranking {
  const extractors = groups.filter(({ entry }) => !entry.baseline);
  const { systems, pairs } = rankSystems(
    extractors.map(({ entry, lines }) => ({ name: entry.name, lines })),
    metric,
    flips,
  );
  const { name, headline } = metric;
  return {
    ranks: new Map(systems.flatMap((each) => (each.rank === undefined ? [] : [[each.name, each.rank]]))),
    neighbours: pairs
      .filter(({ first, second }) => second === first + 1)
      .map(({ first, second, ...comparison }) => ({
        corpus: extractors[0]!.entry.corpus,
        metric: name,
        figure: headline,
        first: systems[first]!.name,
        second: systems[second]!.name,
        ...comparison,
      })),
  };
}

function bestFirst(
  systems: readonly System[],
  metric: Metric,
): (System & { readonly scores: ScoresByPage; readonly value: number })[] {
  return systems
    .flatMap((system) => {
      const scores = scoresOf(system.lines, metric);
      const value = figureOver(scores, metric, metric.headline);
      return value === undefined ? [] : [{ ...system, scores, value }];
    })
    .toSorted(
      (a, b) => goodness(b.value, metric) - goodness(a.value, metric) || compareCodeUnits(a.name, b.name),
    );
}

/** The site of every page, pages by identifier. */
export function sitesOf(lines: readonly JournalLine[]): Map<string, string> {
  const sorted = lines.toSorted((a, b) => compareCodeUnits(a.page, b.page));
  return new Map(sorted.map(({ page, site }) => [page, site]));
}

/** What a metric said of each page, by identifier; of a page that was skipped it says nothing. */
export function scoresOf(lines: readonly JournalLine[], metric: Metric): ScoresByPage {
  return new Map(
    lines.flatMap((line) => {
      const score = line.status === 'skipped' ? undefined : line.metrics[metric.name];
      return score === undefined ? [] : [[line.page, score]];
    }),
  );
}

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
    counts: Uint8Array.from(scores, (score) =>
      score !== undefined && hasGold(score, metric, figure) ? 1 : 0,
    ),
    values: Float64Array.from(scores, (score) => {
      const value = score && figureOnPage(score, metric, figure);
      return isDefined(value) ? value : Number.NaN;
    }),
    columns: columnsOf(scores, figure, metric.estimates?.[figure]),
  };
}

/** A figure of the corpus over some pages, put into one order first; nothing where it is undefined. */
export function figureOver(scores: ScoresByPage, metric: Metric, figure: string): number | undefined {
  const ordered = [...scores].toSorted(([a], [b]) => compareCodeUnits(a, b)).map(([, score]) => score);
  const aggregate = metric.aggregate(ordered)[figure];
  return aggregate !== undefined && 'value' in aggregate ? aggregate.value : undefined;
}
