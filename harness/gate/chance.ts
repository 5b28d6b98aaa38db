import type { SignFlips } from '../stats/sign-flips.ts';
import { ROUNDING } from './gated.ts';
import type { GatedPage } from './gated.ts';

/**
 * What chance does less often than in one of four hundred neutral changes is not called chance. Three rules ask, so that at
 * most one neutral change in a hundred is called a loss.
 */
export const LEVEL = 0.0025;

/**
 * For each of some sets of pages the chance that one of them falls as clearly without reason: of random turns of the signs of
 * whole sites the share in which some set falls by as many standard deviations (max-T, one-sided). Sets may overlap. The
 * pages are all that is asked about, so there is no unseen page as in rankings.
 */
export function chancesOfFall(sets: readonly (readonly GatedPage[])[], flips: SignFlips): number[] {
  const numbers = new Map<string, number>();
  const sums = sets.map((pages) => bySite(pages, numbers));
  const falls = sums.map(({ changes, deviation }) => -changes.reduce((all, sum) => all + sum, 0) / deviation);
  const { signs, places: width, count } = flips.of(numbers.size);
  const clearest = new Float64Array(count).fill(-Infinity);
  for (const { places, changes, deviation } of sums) {
    for (let row = 0; row < count; row++) {
      let fall = 0;
      for (let index = 0; index < places.length; index++) {
        fall -= signs[row * width + places[index]!]! * changes[index]!;
      }
      if (fall / deviation > clearest[row]!) clearest[row] = fall / deviation;
    }
  }
  return falls.map((fall) => {
    if (!(fall > 0)) return 1;
    const asClear = clearest.reduce((all, most) => all + (most >= fall - ROUNDING ? 1 : 0), 0);
    return (1 + asClear) / (1 + count);
  });
}

/** A set of pages: the numbers of the sites that changed, what each changed by, and how far such sums are from 0 by chance. */
interface SiteChanges {
  readonly places: Int32Array;
  readonly changes: Float64Array;
  /** Turning a site changes nothing in it. */
  readonly deviation: number;
}

function bySite(pages: readonly GatedPage[], numbers: Map<string, number>): SiteChanges {
  const sums = new Map<string, number>();
  for (const { site, change } of pages) {
    if (Math.abs(change) > ROUNDING) sums.set(site, (sums.get(site) ?? 0) + change);
  }
  for (const site of sums.keys()) if (!numbers.has(site)) numbers.set(site, numbers.size);
  const changes = Float64Array.from(sums.values());
  return {
    places: Int32Array.from(sums.keys(), (site) => numbers.get(site)!),
    changes,
    deviation: Math.sqrt(changes.reduce((all, sum) => all + sum * sum, 0)),
  };
}
