import type { Metric } from '../metric.ts';
import { exact } from './exact.ts';
import { shingles } from './shingles.ts';
import { tokens } from './tokens.ts';

/** Every metric, in the order of tables. A new metric is one file here and one line in this list. */
export const METRICS: readonly Metric[] = [tokens, shingles, exact];

/** The metric that ranks a corpus whose gold is full text. */
export const PRIMARY_METRIC: Metric = tokens;
