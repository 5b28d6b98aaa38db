import { SLICE_KEYS, slicesOfPage } from '../analyse/slices.ts';
import type { Floors } from '../model/config.ts';
import { hasGold } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { defined } from '../util/defined.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import type { RunPage } from './gated.ts';

/** What floors can be held to on one corpus. */
export interface FloorGround {
  /** The primary metric. */
  readonly metric: Metric;
  /** What one extractor did. */
  readonly run: readonly RunPage[];
  /** Whether the run took every page. If not, other pages may have other slices and figures. */
  readonly isWhole: boolean;
}

/** A floor that nothing can be held to. */
export interface UnknownFloor {
  readonly key: string;
  /** What was probably meant. */
  readonly meant?: string;
  /** What can be named in its place, in words. */
  readonly expected: string;
}

/** The figures of a metric by the key of their floor: `tokens.f1` is `f1`. */
export function figureNames({ name, figures }: Metric): ReadonlyMap<string, string> {
  return new Map(figures.map((figure) => [`${name}.${figure}`, figure]));
}

/**
 * The floors that would pass whatever an extractor did: no corpus has such a figure, or none has such a slice, or gold gives
 * it nothing to say of any page. One corpus that has it is enough. A page that was skipped may have it, as may others where
 * only some pages ran.
 */
export function unknownFloors(floors: Floors, grounds: readonly FloorGround[]): UnknownFloor[] {
  const figures = [...new Set(grounds.flatMap(({ metric }) => [...figureNames(metric).keys()]))];
  const there = new Set(grounds.flatMap(figuresThere));
  const slices = new Set(grounds.flatMap(slicesThere));
  const isWhole = grounds.every((ground) => ground.isWhole);
  return Object.keys(floors).flatMap((key): readonly UnknownFloor[] => {
    if (there.has(key) || slices.has(key)) return [];
    if (figures.includes(key)) {
      if (!isWhole) return [];
      const expected = `a figure that a page has by its gold: ${[...there].join(', ') || 'there is none'}`;
      return [{ key, expected }];
    }
    const [, by, value] = /^([^=]+)=(.+)$/u.exec(key) ?? [];
    if (by === undefined || value === undefined) {
      const meant = didYouMean(key, figures);
      return [{ key, ...defined({ meant }), expected: `one of ${figures.join(', ')}` }];
    }
    const isKnown = SLICE_KEYS.some((each) => each === by);
    return isKnown && !isWhole ? [] : [unknownSlice(key, by, value, [...slices])];
  });
}

/** The figures that a page has, or may have, because it was skipped; as floors name them. */
function figuresThere({ metric, run }: FloorGround): string[] {
  return [...figureNames(metric)].flatMap(([key, figure]) =>
    run.some(({ score }) => score === undefined || hasGold(score, metric, figure)) ? [key] : [],
  );
}

/** The slices of pages that have the headline figure, or may have it, because they were skipped. */
function slicesThere({ metric, run }: FloorGround): string[] {
  return run.flatMap(({ score, slices }) =>
    score === undefined || hasGold(score, metric, metric.headline) ? slicesOfPage(slices) : [],
  );
}

function unknownSlice(key: string, by: string, value: string, slices: readonly string[]): UnknownFloor {
  const known = didYouMean(by, SLICE_KEYS);
  if (known === undefined) return { key, expected: `a slice by ${SLICE_KEYS.join(', ')}` };
  const values = slices
    .filter((slice) => slice.startsWith(`${known}=`))
    .map((slice) => slice.slice(known.length + 1))
    .toSorted(compareCodeUnits);
  const near = didYouMean(value, values) ?? (known === by ? undefined : value);
  const meant = near && `${known}=${near}`;
  const all = values.map((each) => `${known}=${each}`).join(', ');
  const expected =
    all === '' ? `a slice that is there; no page with something to extract has a ${known}` : `one of ${all}`;
  return { key, ...defined({ meant }), expected };
}
