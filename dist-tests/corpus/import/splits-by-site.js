import { compareCodeUnits } from "../../util/compare-code-units.js";
/**
 * Gives every site to one split, because pages of one site are not independent. A site that several splits share goes
 * to `dev` if that is one of them: who develops has seen it, so that it can test nothing any more, while every page
 * that stays in `test` was one before. Else it goes to the split that has most of its pages (of equals, the first by
 * name).
 */
export function splitsBySite(pages) {
    const countsOf = new Map();
    for (const { site, split } of pages) {
        const counts = countsOf.get(site) ?? new Map();
        countsOf.set(site, counts.set(split, (counts.get(split) ?? 0) + 1));
    }
    const splitOf = new Map([...countsOf].map(([site, counts]) => [site, choose(counts)]));
    const sitesOf = new Map();
    for (const [site, split] of [...splitOf].toSorted(byKey)) {
        sitesOf.set(split, [...(sitesOf.get(split) ?? []), site]);
    }
    return {
        sitesOf: new Map([...sitesOf].toSorted(byKey)),
        sharedSites: [...countsOf].flatMap(([site, counts]) => (counts.size > 1 ? [site] : [])).toSorted(),
        movedPages: pages.filter(({ site, split }) => splitOf.get(site) !== split).length,
    };
}
function choose(counts) {
    if (counts.has('dev'))
        return 'dev';
    const [[split] = ['dev']] = [...counts].toSorted(byKey).toSorted(([, a], [, b]) => b - a);
    return split;
}
function byKey([a], [b]) {
    return compareCodeUnits(a, b);
}
