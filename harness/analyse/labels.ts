import { POLICIES } from '../model/policy.ts';
import type { Policy } from '../model/policy.ts';
import type { Metric } from '../score/metric.ts';
import { primaryMetric, selectMetrics } from '../score/metrics/register.ts';
import type { CorpusOfRun, RunDescription } from '../store/run-description.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { AssayError } from '../util/error.ts';
import { sha256 } from '../util/sha256.ts';

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
  const fix = 'score the run again with assay score';
  throw new AssayError(
    'usage',
    `the run was scored by ${other}, which this version of Assay does not have; ${fix}`,
  );
}

/** The metric that ranks a corpus of the run, as the run computed it. */
export function primaryOfRun(description: RunDescription, { gold }: Pick<CorpusOfRun, 'gold'>): Metric {
  const primary = primaryMetric(gold);
  return metricsOfRun(description).find(({ name }) => name === primary.name) ?? primary;
}

/**
 * What tables and signatures call a policy: its name; behind that of a user's own `@` and eight hex digits of the
 * SHA-256 over what it requires, so that figures under a changed policy do not look like those from before.
 */
export function policyLabel(policy: Policy): string {
  if (isAssays(policy)) return policy.name;
  return `${policy.name}@${sha256(contentOf(policy)).slice(0, 8)}`;
}

/** Whether it is one of the policies that come with Assay, or says the same under its name. */
export function isAssays(policy: Policy): boolean {
  return Object.values<Policy>(POLICIES).some(
    (known) => known.name === policy.name && contentOf(known) === contentOf(policy),
  );
}

function contentOf({ required, comments }: Policy): string {
  return JSON.stringify({ required: [...new Set(required)].toSorted(compareCodeUnits), comments });
}
