import { AssayError } from '../util/error.ts';
import type { CorpusOfRun, RunDescription } from '../store/run.ts';
import type { Metric } from '../score/metric.ts';
import { primaryMetric, selectMetrics } from '../score/metrics/register.ts';

/** What a description calls a metric. */
export function metricLabel({ name, version }: Metric): string {
  return `${name}@${version}`;
}

/** The names of a run's metrics, as they are chosen on the command line. */
export function metricNames({ metrics }: RunDescription): string[] {
  return metrics.map((label) => label.replace(/@\d+$/u, ''));
}

/**
 * The metrics that a run was scored by.
 *
 * @throws AssayError `usage` if this version of Assay defines one of them otherwise, or no longer.
 */
export function metricsOfRun(description: RunDescription): readonly Metric[] {
  const metrics = selectMetrics(metricNames(description));
  const known = new Set(metrics.map(metricLabel));
  const other = description.metrics.find((label) => !known.has(label));
  if (other === undefined) return metrics;
  const mend = 'score the run again with assay score';
  throw new AssayError(
    'usage',
    `the run was scored by ${other}, which this version of Assay does not have; ${mend}`,
  );
}

/** The metric that ranks a corpus of the run, as the run computed it. */
export function primaryOfRun(description: RunDescription, { gold }: Pick<CorpusOfRun, 'gold'>): Metric {
  const primary = primaryMetric(gold);
  return metricsOfRun(description).find(({ name }) => name === primary.name) ?? primary;
}
