import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { Metric } from '../score/metric.ts';
import type { ScoresByPage } from './comparison-table.ts';

/** A figure of the corpus over some pages, put into one order first; nothing where it is undefined. */
export function figureOver(scores: ScoresByPage, metric: Metric, figure: string): number | undefined {
  const ordered = [...scores].toSorted(([a], [b]) => compareCodeUnits(a, b)).map(([, score]) => score);
  const aggregate = metric.aggregate(ordered)[figure];
  return aggregate !== undefined && 'value' in aggregate ? aggregate.value : undefined;
}
