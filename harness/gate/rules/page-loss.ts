import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { LEVEL } from '../chance.ts';
import { ROUNDING } from '../gated.ts';
import type { GatedPage } from '../gated.ts';
import type { Finding, Rule } from '../rule.ts';
import { newTrouble } from './new-failure.ts';

/** A page may not lose more. */
const TOO_MUCH = 0.1;
/** Losses over this are listed. */
const LISTED = 0.01;

/**
 * Pages that lost. A loss of more than 0.10 fails by itself. Losses of more than 0.01 are listed; they fail together if
 * there are more of them than pages that gained as much: if no page gained anything, or if fair coins, one for all pages of a
 * site, fall so unevenly in less than one of four hundred cases (sign test by site, one-sided). Otherwise every change that
 * only shuffles points would fail half of the time. Unstable pages are left out.
 */
export const pageLoss: Rule = {
  name: 'page-loss',
  description: `a page loses more than ${TOO_MUCH}; or more pages lose than gain more than ${LISTED}, by more than chance explains`,

  judge({ pages }) {
    const stable = pages.filter((page) => !page.isUnstable && page.acknowledged === undefined);
    const lost = stable
      .filter(({ change }) => change < -LISTED - ROUNDING)
      .toSorted((a, b) => a.change - b.change || compareCodeUnits(a.page, b.page));
    const gained = stable.filter(({ change }) => change > LISTED + ROUNDING);
    const isOneWay = stable.every(({ change }) => change <= ROUNDING);
    const isUneven =
      lost.length > gained.length && (isOneWay || signTest(surplusBySite(lost, gained)) <= LEVEL);
    const losses = lost
      // What failed or came out empty is told already.
      .filter((page) => newTrouble(page) === undefined)
      .map((page) => lossOf(page, isUneven));
    return [...losses, ...(isUneven ? [unevenness(lost, gained)] : [])];
  },
};

function lossOf({ page, before, after, change }: GatedPage, isUneven: boolean): Finding {
  const isTooMuch = change < -TOO_MUCH - ROUNDING;
  return {
    rule: pageLoss.name,
    fails: isTooMuch || isUneven,
    page,
    before: before.value!,
    after: after.value!,
    text: isTooMuch ? `lost more than ${TOO_MUCH}` : `lost more than ${LISTED}`,
  };
}

function unevenness(lost: readonly GatedPage[], gained: readonly GatedPage[]): Finding {
  const text = `${extent(lost)} lost more than ${LISTED}, ${extent(gained)} gained as much`;
  return { rule: pageLoss.name, fails: true, text };
}

/** `5 pages of 2 sites` */
function extent(pages: readonly GatedPage[]): string {
  const sites = new Set(pages.map(({ site }) => site)).size;
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
  return pages.length === 0 ? 'none' : `${count(pages.length, 'page')} of ${count(sites, 'site')}`;
}

/** By how many pages more of each site lost than gained; below 0 where more gained. */
function surplusBySite(lost: readonly GatedPage[], gained: readonly GatedPage[]): number[] {
  const surplus = new Map<string, number>();
  const add = (pages: readonly GatedPage[], sign: 1 | -1): void => {
    for (const { site } of pages) surplus.set(site, (surplus.get(site) ?? 0) + sign);
  };
  add(lost, 1);
  add(gained, -1);
  return [...surplus.values()];
}

/**
 * The chance that so many pages more lose than gain if a fair coin for each site decides which way its surplus goes. Exact:
 * the distribution of the losing side is built up site after site. With one page a site it is the sign test,
 * Σ C(n, k) / 2ⁿ for k ≥ lost, n = lost + gained.
 *
 * @param surplus by how many pages more of each site lost than gained
 */
export function signTest(surplus: readonly number[]): number {
  const sizes = surplus.map(Math.abs);
  const lost = surplus.reduce((sum, each) => sum + Math.max(0, each), 0);
  /** The chance of each sum of the sizes of the sites that lose. */
  const chances = new Float64Array(sizes.reduce((sum, size) => sum + size, 0) + 1);
  chances[0] = 1;
  let most = 0;
  for (const size of sizes) {
    most += size;
    // Downwards, so that what is read is still that of the sites before.
    for (let sum = most; sum >= 0; sum--) {
      chances[sum] = (chances[sum]! + (sum < size ? 0 : chances[sum - size]!)) / 2;
    }
  }
  return chances.subarray(lost).reduce((sum, chance) => sum + chance, 0);
}
