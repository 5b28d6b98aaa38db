import { compareCodeUnits } from "../../util/compare-code-units.js";
/** Pages of one site share their template, so a split that shares a site with another is not held out. */
export const sharedSite = {
    name: 'shared-site',
    description: 'A site has pages in several splits: they share a template, so what is learnt in one split is known in the other.',
    begin(corpus) {
        return { addPage: () => undefined, finish: () => findingsOf(corpus) };
    },
};
function findingsOf(corpus) {
    return [...splitsOf(corpus)]
        .filter(([, splits]) => splits.size > 1)
        .toSorted(([a], [b]) => compareCodeUnits(a, b))
        .map(([site, splits]) => ({
        site,
        found: `pages of ${site} in the splits ${[...splits].toSorted().join(' and ')}`,
        expected: 'each site in one split',
        mend: 'move all pages of the site to one split',
    }));
}
/** What the dataset says of all its pages, and what is known of those that are here. */
function splitsOf({ pages, splitsOf: known }) {
    const found = new Map([...(known ?? [])].map(([site, splits]) => [site, new Set(splits)]));
    for (const { site, slices } of pages) {
        if (slices.split === undefined || site === 'unknown')
            continue;
        found.set(site, (found.get(site) ?? new Set()).add(slices.split));
    }
    return found;
}
