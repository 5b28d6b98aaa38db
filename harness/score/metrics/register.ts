import { didYouMean } from '../../corpus/did-you-mean.ts';
import { AssayError } from '../../model/error.ts';
import type { GoldForm } from '../../model/page.ts';
import type { Metric } from '../metric.ts';
import { exact } from './exact.ts';
import { segmentsWcxb } from './segments-wcxb.ts';
import { segments } from './segments.ts';
import { shingles } from './shingles.ts';
import { tokens } from './tokens.ts';
import { words } from './words.ts';

/** Every metric, in the order of tables. A new metric is one file here and one line in this list. */
export const METRICS: readonly Metric[] = [tokens, segments, segmentsWcxb, shingles, words, exact];

/** The metric that ranks a corpus, by what its gold is. */
const PRIMARY: Readonly<Record<GoldForm, Metric>> = { text: tokens, segments };

/** The metric by which extractors are ranked where gold has this form. */
export function primaryMetric(gold: GoldForm): Metric {
  return PRIMARY[gold];
}

/** What is computed unless somebody chooses. */
const DEFAULT_METRICS: readonly Metric[] = [tokens, segments, shingles, exact];

/**
 * The metrics that a user named, in the order of tables, the primary ones always among them; the default ones if
 * nothing is named.
 *
 * @throws AssayError `usage` for a name that no metric has.
 */
export function selectMetrics(names: readonly string[] | undefined): readonly Metric[] {
  if (names === undefined) return DEFAULT_METRICS;
  const unknown = names.find((name) => METRICS.every((metric) => metric.name !== name));
  if (unknown !== undefined) {
    const known = METRICS.map((metric) => metric.name);
    const near = didYouMean(unknown, known);
    const mend = near === undefined ? '' : ` did you mean "${near}"?`;
    throw new AssayError('usage', `unknown metric "${unknown}":${mend} Known are ${known.join(', ')}`);
  }
  return METRICS.filter((metric) => isPrimary(metric) || names.includes(metric.name));
}

function isPrimary(metric: Metric): boolean {
  return Object.values(PRIMARY).includes(metric);
}
