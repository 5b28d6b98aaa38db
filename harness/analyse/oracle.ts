import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { ORACLE, isDefined } from '../model/score.ts';
import type { PageScore } from '../model/score.ts';
import type { Metric } from '../score/metric.ts';

/** Fewer systems than this make no oracle. */
const FEWEST_SYSTEMS = 3;

/**
 * The lines of an extractor that knew for each page, and each metric, which of the systems shown does best by its
 * headline figure, and answered as that one: what choosing well among them could gain. None for fewer than three.
 *
 * @param systems the lines of each system on one corpus, baselines left out
 */
export function oracleLines(
  systems: readonly (readonly JournalLine[])[],
  metrics: readonly Metric[],
): JournalLine[] {
  if (systems.length < FEWEST_SYSTEMS) return [];
  const byPage = new Map<string, JournalLine[]>();
  for (const line of systems.flat()) byPage.set(line.page, [...(byPage.get(line.page) ?? []), line]);
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

/** The score with the best headline figure, the first of equal ones; a figure that is undefined is the worst. */
function bestOf(scores: readonly PageScore[], { headline, best }: Metric): PageScore | undefined {
  const value = ({ figures }: PageScore): number => {
    const figure = figures[headline];
    if (!isDefined(figure)) return Number.NEGATIVE_INFINITY;
    return best === 0 ? -figure : figure;
  };
  return scores.toSorted((a, b) => value(b) - value(a))[0];
}
