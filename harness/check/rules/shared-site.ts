import type { Corpus } from '../../model/page.ts';
import type { CorpusCheck, CorpusFinding, CorpusRule } from '../rule.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';

/** Pages of one site share their template, so a split that shares a site with another is not held out. */
export const sharedSite: CorpusRule = {
  name: 'shared-site',
  description:
    'A site has pages in several splits: they share a template, so what is learnt in one split is known in the other.',
  begin(corpus: Corpus): CorpusCheck {
    return { addPage: () => undefined, finish: () => findingsOf(corpus) };
  },
};

function findingsOf(corpus: Corpus): CorpusFinding[] {
  return [...splitsOf(corpus)]
    .filter(([, splits]) => splits.size > 1)
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([site, splits]) => ({
      site,
      found: `pages of ${site} in the splits ${[...splits].toSorted().join(' and ')}`,
      expected: 'each site in one split',
      fix: 'move all pages of the site to one split',
    }));
}

/** What the dataset says of all its pages, and what is known of those that are here. */
function splitsOf({ pages, splitsOf: known }: Corpus): Map<string, Set<string>> {
  const found = new Map([...(known ?? [])].map(([site, splits]) => [site, new Set(splits)]));
  for (const { site, slices } of pages) {
    if (slices.split === undefined || site === 'unknown') continue;
    found.set(site, (found.get(site) ?? new Set<string>()).add(slices.split));
  }
  return found;
}
