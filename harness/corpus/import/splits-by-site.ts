import { compareCodeUnits } from '../../util/compare-code-units.ts';

/** A page of a dataset that divides pages, rather than sites. */
export interface SplitPage {
  readonly site: string;
  readonly split: string;
}

/** The splits of a corpus by whole sites, and what had to move for it. */
export interface SiteSplits {
  /** Sites of each split, sorted, by the name of the split. */
  readonly sitesOf: ReadonlyMap<string, readonly string[]>;
  /** Sites whose pages were in more than one split, sorted. */
  readonly sharedSites: readonly string[];
  /** Pages that are in another split now. */
  readonly movedPages: number;
}

/**
 * Gives every site to one split, because pages of one site are not independent. A site that several splits share goes
 * to `dev` if that is one of them: who develops has seen it, so that it can test nothing any more, while every page
 * that stays in `test` was one before. Else it goes to the split that has most of its pages (of equals, the first by
 * name).
 */
export function splitsBySite(pages: readonly SplitPage[]): SiteSplits {
  const countsOf = new Map<string, Map<string, number>>();
  for (const { site, split } of pages) {
    const counts = countsOf.get(site) ?? new Map<string, number>();
    countsOf.set(site, counts.set(split, (counts.get(split) ?? 0) + 1));
  }
  const splitOf = new Map([...countsOf].map(([site, counts]) => [site, choose(counts)]));
  const sitesOf = new Map<string, string[]>();
  for (const [site, split] of [...splitOf].toSorted(byKey)) {
    sitesOf.set(split, [...(sitesOf.get(split) ?? []), site]);
  }
  return {
    sitesOf: new Map([...sitesOf].toSorted(byKey)),
    sharedSites: [...countsOf].flatMap(([site, counts]) => (counts.size > 1 ? [site] : [])).toSorted(),
    movedPages: pages.filter(({ site, split }) => splitOf.get(site) !== split).length,
  };
}

function choose(counts: ReadonlyMap<string, number>): string {
  if (counts.has('dev')) return 'dev';
  const [[split] = ['dev']] = [...counts].toSorted(byKey).toSorted(([, a], [, b]) => b - a);
  return split;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareCodeUnits(a, b);
}
