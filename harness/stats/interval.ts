import type { Columns } from './columns.ts';
import { mapRatios } from './columns.ts';
import { estimate } from './estimate.ts';
import { studentPoint } from './student.ts';

/** Under this number of sites nothing is said of chance: there are no intervals, tests or ranks. */
export const FEWEST_SITES = 20;

/** The ends of a 95 % interval, low ≤ high. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of a figure: Student's t over sites, with one unseen page. Its low end is that of the same pages and
 * one more, on a site of its own, on which everything is wrong; its high end that of the same pages and one more on
 * which everything is right. Pages of a site go together. A figure that is no mean is linearised (infinitesimal
 * jackknife).
 *
 * Why: page scores of extractors lie near 1 with rare losses of everything, and a sample that happens to hold none of
 * them knows nothing of them. README.md has the coverage of this and of what was tried before (t alone, bootstrap), and
 * says where one page is too little: many pages a site, and sites of very different sizes.
 *
 * @param columns entries by site; sites without an entry do not count
 * @returns within 0..1; nothing for fewer than 20 sites with an entry
 */
export function intervalOf(columns: Columns): Interval | undefined {
  const sites = sitesWithEntries(columns);
  if (sites.length < FEWEST_SITES) return undefined;
  const reach = studentPoint(sites.length);
  const end = (share: 0 | 1): number => {
    const { value, influence } = estimate(withUnseenPage(columns, sites, share));
    return value + (2 * share - 1) * reach * standardError(influence);
  };
  return { low: Math.max(0, end(0)), high: Math.min(1, end(1)) };
}

/** The entries of some sites, and behind them a site of one page with a share of everything right. */
function withUnseenPage(columns: Columns, sites: readonly number[], share: 0 | 1): Columns {
  return mapRatios(columns, ({ part, whole, page }) => ({
    part: Float64Array.from([...sites.map((site) => part[site]!), share * page]),
    whole: Float64Array.from([...sites.map((site) => whole[site]!), page]),
    page,
  }));
}

/** Standard error of a figure from the influences of its sites, which sum to 0. */
export function standardError(influence: Float64Array): number {
  let squares = 0;
  for (const each of influence) squares += each * each;
  return Math.sqrt((influence.length / (influence.length - 1)) * squares);
}

function sitesWithEntries([first, second]: Columns): number[] {
  return [...first.whole.keys()].filter((site) => first.whole[site]! > 0 || (second?.whole[site] ?? 0) > 0);
}
