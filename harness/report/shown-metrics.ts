import type { SummaryEntry } from '../store/summary-file.ts';
import { baseName } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { METRICS, metricNamed } from '../score/metrics/register.ts';
import type { ReportInput } from './report-input.ts';

/** The metrics that some page has gold for, in the order of tables. */
export function metricsOf(entries: readonly SummaryEntry[]): Metric[] {
  const names = new Set(entries.flatMap((entry) => Object.keys(entry.metrics)));
  const metrics = [...names].flatMap((name) => metricNamed(name) ?? []);
  const place = ({ name }: Metric): number => METRICS.findIndex((metric) => metric.name === baseName(name));
  return metrics.toSorted((a, b) => place(a) - place(b));
}

/** Companions stand in a table of their own, unless somebody chose among them. */
export function isAside(metric: Metric, { description }: ReportInput): boolean {
  const computed = new Set(description.metrics);
  const companions = METRICS.filter(({ companion }) => companion);
  const areAll = companions.every(({ name, version }) => computed.has(`${name}@${version}`));
  return metric.companion === true && areAll;
}

/** What the figures of some metrics are made of, each line once. */
export function signaturesOf(entries: readonly SummaryEntry[], metrics: readonly Metric[]): string[] {
  const names = metrics.map(({ name }) => name);
  return [...new Set(entries.flatMap(({ signatures }) => names.flatMap((name) => signatures[name] ?? [])))];
}
