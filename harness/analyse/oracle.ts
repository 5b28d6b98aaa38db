import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { ORACLE } from '../model/score.ts';
import type { PageScore } from '../model/score.ts';
import { figureOnPage, goodness } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { groupBy } from '../util/group-by.ts';

/** Fewer systems than this make no oracle. */
const FEWEST_SYSTEMS = 3;

/**
 * The lines of an extractor that knew for each page, and each metric, which of the systems shown does best by its
 * headline figure, and answered as that one: what choosing well among them could gain. Between equally good ones the other
 * figures of the metric decide. None for fewer than three.
 *
 * @param systems the lines of each system on one corpus, baselines left out; of systems that are equal in every figure
 * the first is taken
 */
export function oracleLines(
  systems: readonly (readonly JournalLine[])[],
  metrics: readonly Metric[],
): JournalLine[] {
  if (systems.length < FEWEST_SYSTEMS) return [];
  const byPage = groupBy(systems.flat(), ({ page }) => page);
  return [...byPage.values()]
    .map((lines) => oracleLine(lines, metrics))
    .toSorted((a, b) => compareCodeUnits(a.page, b.page));
}

function oracleLine(lines: readonly JournalLine[], metrics: readonly Metric[]): JournalLine {
  const { corpus, page, site } = lines[0]!;
  const key = { corpus, extractor: ORACLE, page, site };
  if (lines.every(({ status }) => status === 'skipped')) {
    return { ...key, status: 'skipped', reason: 'no system takes it' };
  }
  const scores = metrics.flatMap((metric): [string, PageScore][] => {
    const best = bestOf(
      lines.flatMap((line) => (line.status === 'skipped' ? [] : (line.metrics[metric.name] ?? []))),
      metric,
    );
    return best === undefined ? [] : [[metric.name, best]];
  });
  return { ...key, status: 'extracted', metrics: Object.fromEntries(scores) };
}

/** The score with the best headline figure; of equal ones the best by the other figures, in their order, else the first. */
function bestOf(scores: readonly PageScore[], metric: Metric): PageScore | undefined {
  const names = [metric.headline, ...metric.figures.filter((name) => name !== metric.headline)];
  const rows = scores.map((score) => ({
    score,
    goodness: names.map((name) => goodness(figureOnPage(score, metric, name), metric)),
  }));
  return rows.toSorted((a, b) => firstDifference(b.goodness, a.goodness))[0]?.score;
}

/** Above 0 if the first row is greater where the two first differ, below 0 if it is less. */
function firstDifference(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : Math.sign(one[at]! - other[at]!);
}
