import type { Floors } from '../model/config.ts';
import type { Metric } from '../score/metric.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { defined } from '../util/defined.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import { SLICE_KEYS } from '../analyse/slices.ts';

/** What floors can be held to on one corpus. */
export interface FloorGround {
  /** The primary metric. */
  readonly metric: Metric;
  /** The slices of the pages that were scored, `language=ja`. */
  readonly slices: Iterable<string>;
  /** Whether the run took every page. If not, other pages may have other slices. */
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
 * The floors that would pass whatever an extractor did: no corpus has such a figure, or none has such a slice. One corpus
 * that has it is enough. Where only some pages ran, a slice that is not there may be on the others.
 */
export function unknownFloors(floors: Floors, grounds: readonly FloorGround[]): UnknownFloor[] {
  const figures = [...new Set(grounds.flatMap(({ metric }) => [...figureNames(metric).keys()]))];
  const slices = new Set(grounds.flatMap((ground) => [...ground.slices]));
  const isWhole = grounds.every((ground) => ground.isWhole);
  return Object.keys(floors).flatMap((key): readonly UnknownFloor[] => {
    if (figures.includes(key) || slices.has(key)) return [];
    const [, by, value] = /^([^=]+)=(.+)$/u.exec(key) ?? [];
    if (by === undefined || value === undefined) {
      const meant = didYouMean(key, figures);
      return [{ key, ...defined({ meant }), expected: `one of ${figures.join(', ')}` }];
    }
    const isKnown = SLICE_KEYS.some((each) => each === by);
    return isKnown && !isWhole ? [] : [unknownSlice(key, by, value, [...slices])];
  });
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
    all === '' ? `a slice that is there; no page that was scored has a ${known}` : `one of ${all}`;
  return { key, ...defined({ meant }), expected };
}
