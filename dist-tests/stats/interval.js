import { mapColumns } from "./columns.js";
import { estimate } from "./estimate.js";
import { FEWEST_SITES, FEWEST_SITES_APART } from "./resamples.js";
import { sampleSums } from "./sample-sums.js";
import { SampledFigure } from "./sampled-figure.js";
import { select } from "./select.js";
/**
 * The 95 % intervals of figures by the studentised bootstrap over sites (Efron 1979; Hall 1988; Davison and Hinkley
 * 1997, 5.2): with θ the figure, se its standard error by linearisation, √(G / (G − 1) · Σ influence²) over G sites,
 * and t* = (θ* − θ) / se* of every resample of sites, θ − t*₀.₉₇₅ · se to θ − t*₀.₀₂₅ · se, clipped to 0..1. Pages of one
 * site go together. A resample in which nothing varies has an infinite t*, unless its figure is θ.
 *
 * @param figures of each its columns, with entries by site; all are resampled together, which is faster
 * @returns for each figure its interval; nothing for fewer than 20 sites with an entry, or where all but nine have the
 * same figure
 */
export function bootstrapIntervals(figures, resampling) {
    const resampled = figures.map((columns) => {
        const present = sitesWithEntries(columns);
        if (present.length < FEWEST_SITES)
            return undefined;
        const picked = pick(columns, present);
        const { value, influence } = estimate(picked);
        if (sitesApart(influence, shares(picked[0].whole)) < FEWEST_SITES_APART)
            return undefined;
        return { value, error: standardError(influence), samples: new SampledFigure(picked) };
    });
    const columns = resampled.flatMap((figure) => figure?.samples.columns ?? []);
    const sums = sampleSums(columns, resampling);
    return resampled.map((figure) => {
        if (figure === undefined)
            return undefined;
        const { value, error, samples } = figure;
        const { low, high } = studentisedInterval(value, error, samples.studentised(sums));
        return { low: Math.min(1, Math.max(0, low)), high: Math.min(1, Math.max(0, high)) };
    });
}
/** Standard error of a figure from the influences of its sites, which sum to 0. */
export function standardError(influence) {
    let squares = 0;
    for (const each of influence)
        squares += each * each;
    return Math.sqrt((influence.length / (influence.length - 1)) * squares);
}
/** The interval that studentised resamples give; they are reordered. */
export function studentisedInterval(value, error, ratios) {
    const tail = Math.floor(0.025 * (ratios.length + 1));
    return {
        low: value - select(ratios, ratios.length - tail) * error,
        high: value - select(ratios, tail - 1) * error,
    };
}
/**
 * How many sites do not stand where most of them do: sites whose error per weight is not the most frequent one. Where
 * all but a few have the same figure, many resamples hold none of the few, and a bootstrap tells nothing.
 */
export function sitesApart(influence, weights) {
    const counts = new Map();
    let most = 0;
    influence.forEach((each, site) => {
        // Nine digits: sums of the same pages in other companies differ in the last ones.
        const weight = weights[site];
        const place = weight === 0 ? 0 : Math.round((each / weight) * 1e9);
        const count = (counts.get(place) ?? 0) + 1;
        counts.set(place, count);
        most = Math.max(most, count);
    });
    return influence.length - most;
}
function shares(parts) {
    const whole = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => part / whole);
}
function sitesWithEntries([first, second]) {
    return [...first.whole.keys()].filter((site) => first.whole[site] > 0 || (second?.whole[site] ?? 0) > 0);
}
function pick(columns, sites) {
    return mapColumns(columns, (column) => Float64Array.from(sites, (site) => column[site]));
}
