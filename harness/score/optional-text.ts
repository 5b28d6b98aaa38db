import type { Metric } from './metric.ts';

/** The option of metrics that read text: what becomes of optional text in the extraction. */
export const OPTIONAL_TEXT = { optional: ['left-out', 'kept'] } as const;

/**
 * The variant of a metric that reads text under `optional`: with `kept` it reads the whole extraction and compares it with
 * required gold, as its source does, which knows no optional text.
 */
export function optionalTextVariant(metric: Metric, chosen: Readonly<Record<string, string>>): Metric {
  if (chosen['optional'] !== 'kept') return metric;
  return {
    ...metric,
    name: `${metric.name}${metric.name.includes(':') ? ',' : ':'}optional=kept`,
    keys: { ...metric.keys, optional: 'kept' },
    scorePage: (input) => metric.scorePage(input.withOptionalKept),
  };
}
