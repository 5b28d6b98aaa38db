import { unknownName } from '../../util/did-you-mean.ts';
import { AssayError } from '../../util/error.ts';
import type { GoldForm } from '../../model/page.ts';
import { baseName } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { authors } from './authors.ts';
import { edit } from './edit.ts';
import { exact } from './exact.ts';
import { glued } from './glued.ts';
import { language } from './language.ts';
import { order } from './order.ts';
import { published } from './published.ts';
import { repeats } from './repeats.ts';
import { rougeLsum } from './rouge-lsum.ts';
import { segmentsWcxb } from './segments-wcxb.ts';
import { segments } from './segments.ts';
import { shingles } from './shingles.ts';
import { structure } from './structure.ts';
import { publisher, title } from './text-fields.ts';
import { tokens } from './tokens.ts';
import { words } from './words.ts';

/** Every metric, in the order of tables. A new metric is one file here and one line in this list. */
export const METRICS: readonly Metric[] = [
  tokens,
  segments,
  shingles,
  words,
  segmentsWcxb,
  rougeLsum,
  edit,
  exact,
  structure,
  order,
  repeats,
  glued,
  title,
  authors,
  published,
  publisher,
  language,
];

/** The metric that ranks a corpus, by what its gold is. */
const PRIMARY: Readonly<Record<GoldForm, Metric>> = { text: tokens, segments };

/** The metric by which extractors are ranked where gold has this form. */
export function primaryMetric(gold: GoldForm): Metric {
  return PRIMARY[gold];
}

/** Left out unless somebody asks for them: what they see others see as well, or they are slow. */
const ON_REQUEST: ReadonlySet<Metric> = new Set([segmentsWcxb, words, rougeLsum, edit]);

/** What is computed unless somebody chooses. */
const DEFAULT_METRICS: readonly Metric[] = METRICS.filter((metric) => !ON_REQUEST.has(metric));

/**
 * The metrics that a user named, in the order of tables, the primary ones always among them; the default ones if
 * nothing is named. A convention is chosen behind a colon: `shingles:empty=zero`.
 *
 * @throws AssayError `usage` for a name that no metric has, or an option that the metric has not.
 */
export function selectMetrics(names: readonly string[] | undefined): readonly Metric[] {
  if (names === undefined) return DEFAULT_METRICS;
  const named = new Map(names.map(readMetric).map((metric) => [metric.name, metric]));
  return METRICS.flatMap((metric) => {
    const variants = [...named.values()].filter(({ name }) => baseName(name) === metric.name);
    return isPrimary(metric) && !named.has(metric.name) ? [metric, ...variants] : variants;
  });
}

/** The metric of a name as it stands in summaries, a variant too; nothing for one that this version does not know. */
export function metricNamed(name: string): Metric | undefined {
  try {
    return readMetric(name);
  } catch (error) {
    if (error instanceof AssayError) return undefined;
    throw error;
  }
}

function readMetric(given: string): Metric {
  const name = baseName(given);
  const metric = METRICS.find((each) => each.name === name);
  if (metric === undefined) {
    const known = METRICS.map((each) => each.name);
    throw new AssayError('usage', unknownName('metric', name, known));
  }
  if (!given.includes(':')) return metric;
  const options = given.slice(name.length + 1);
  return metric.variant?.(readOptions(metric, options)) ?? refuseOption(metric, options);
}

/** Every option of a metric, those not given at their default. */
function readOptions(metric: Metric, text: string): Record<string, string> {
  const options = metric.options ?? {};
  const chosen = Object.fromEntries(Object.entries(options).map(([key, values]) => [key, values[0]!]));
  for (const part of text.split(',')) {
    const [key = '', value = ''] = part.split('=', 2);
    if (options[key]?.includes(value) !== true) refuseOption(metric, part);
    chosen[key] = value;
  }
  return chosen;
}

function refuseOption({ name, options = {} }: Metric, found: string): never {
  const known = Object.entries(options).flatMap(([key, values]) => values.map((value) => `${key}=${value}`));
  const expected =
    known.length === 0
      ? 'the metric has none'
      : `known are ${known.join(', ')}, as in ${name}:${known.at(-1)!}`;
  throw new AssayError('usage', `metric ${name}: found the option "${found}"; ${expected}`);
}

function isPrimary(metric: Metric): boolean {
  return Object.values(PRIMARY).includes(metric);
}

/** Whether a metric is computed unless somebody chooses. */
export function isDefault(metric: Metric): boolean {
  return DEFAULT_METRICS.includes(metric);
}
