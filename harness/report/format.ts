import { valueOf } from '../model/score.ts';
import type { Aggregate } from '../model/score.ts';

/** Stands where a figure is undefined. */
export const NO_VALUE = '–';

/** A share with three decimals, `–` where it is undefined. */
export function formatShare(aggregate: Aggregate | undefined): string {
  return valueOf(aggregate)?.toFixed(3) ?? NO_VALUE;
}

/** A whole count in groups of three: `1,204`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ',');
}

/** Milliseconds with three significant digits at most: `0.21`, `14.2`, `1,204`. */
export function formatMs(ms: number): string {
  if (ms >= 100) return formatCount(Math.round(ms));
  return ms.toFixed(ms >= 10 ? 1 : 2);
}

/** A name with its number: `1 page`, `2 pages`. */
export function formatNumber(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** A difference with its sign: `+0.012`, `−0.003`. */
export function signed(value: number, digits = 3): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;
}

/** Megabytes, whole; `–` where nothing was seen. */
export function formatMb(mb: number | undefined): string {
  return mb === undefined ? NO_VALUE : formatCount(Math.round(mb));
}
