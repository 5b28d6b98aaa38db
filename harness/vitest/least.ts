import type { GoldForm } from '../model/page.ts';
import { baseName } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { METRICS, primaryMetric } from '../score/metrics/register.ts';
import { unknownName } from '../util/did-you-mean.ts';
import { AssayError } from '../util/error.ts';

/** The least that figures may be, 0..1: `f1` is one of the primary metric, `shingles.f1` of another. */
export type LeastFigures = Readonly<Record<string, number>>;

/** A figure that is asked for. */
export interface AskedFigure {
  readonly key: string;
  readonly metric: Metric;
  readonly figure: string;
  readonly least: number;
}

/** @throws AssayError `usage` for a figure that there is none of, or a least value that no share is */
export function askedFigures(least: LeastFigures, form: GoldForm): AskedFigure[] {
  return Object.entries(least).map(([key, value]) => {
    const dot = key.indexOf('.');
    const figure = key.slice(dot + 1);
    const metric = dot === -1 ? primaryMetric(form) : metricOf(key.slice(0, dot));
    if (!metric.figures.includes(figure)) {
      throw new AssayError('usage', unknownName(`figure of ${metric.name}`, figure, metric.figures));
    }
    if (value >= 0 && value <= 1) return { key, metric, figure, least: value };
    throw new AssayError('usage', `${key} is to be at least ${value}; expected a share; write ${key}: 0.95`);
  });
}

function metricOf(name: string): Metric {
  const metric = METRICS.find((each) => each.name === baseName(name));
  if (metric !== undefined) return metric;
  const names = METRICS.map((each) => each.name);
  throw new AssayError('usage', unknownName('metric', name, names));
}
