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
  const sums = sets.map((pages) => [...bySite(pages, numbers)]);
  // Turning a site changes nothing in the deviation of its set.
  const deviations = sums.map((sites) => Math.sqrt(sites.reduce((all, [, sum]) => all + sum * sum, 0)));
  const falls = sums.map(
    (sites, index) => -sites.reduce((all, [, sum]) => all + sum, 0) / deviations[index]!,
  );
  const { signs, places, count } = flips.of(numbers.size);
  const clearest = Float64Array.from({ length: count }, (_, row) => {
    let most = -Infinity;
    for (const [index, sites] of sums.entries()) {
      let fall = 0;
      for (const [place, sum] of sites) fall -= signs[row * places + place]! * sum;
      if (fall > most * deviations[index]!) most = fall / deviations[index]!;
    }
    return most;
  });
  return falls.map((fall) => {
    if (!(fall > 0)) return 1;
    const asClear = clearest.reduce((all, most) => all + (most >= fall - ROUNDING ? 1 : 0), 0);
    return (1 + asClear) / (1 + count);
  });
}

/** What the pages of each site changed by, by the number of the site; sites that did not change have none. */
function bySite(pages: readonly GatedPage[], numbers: Map<string, number>): Map<number, number> {
  const sums = new Map<string, number>();
  for (const { site, change } of pages) {
    if (Math.abs(change) > ROUNDING) sums.set(site, (sums.get(site) ?? 0) + change);
  }
  return new Map(
    [...sums].map(([site, sum]) => {
      if (!numbers.has(site)) numbers.set(site, numbers.size);
      return [numbers.get(site)!, sum];
    }),
  );
}
