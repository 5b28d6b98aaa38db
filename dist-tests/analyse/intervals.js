import { bySite, columnsOf } from "../stats/columns.js";
import { bootstrapIntervals } from "../stats/interval.js";
/**
 * The figures of a corpus with their 95 % intervals by name, for each of the metrics; there is none where
 * `bootstrapIntervals` gives none, nor for what is no share of 0..1.
 */
export function aggregateWithIntervals(metrics, resampling) {
    const aggregated = metrics.map(aggregateMetric);
    const all = aggregated.flatMap(({ columns }) => [...columns.values()]);
    const intervals = bootstrapIntervals(all, resampling);
    const intervalOf = new Map(all.map((columns, index) => [columns, intervals[index]]));
    return aggregated.map(({ aggregates, columns }) => {
        const withIntervals = Object.entries(aggregates).map(([figure, aggregate]) => {
            const resampled = columns.get(figure);
            return [figure, withInterval(aggregate, resampled && intervalOf.get(resampled))];
        });
        return Object.fromEntries(withIntervals);
    });
}
/** The figures of a metric, and of those that have an interval their columns by site. */
function aggregateMetric({ metric, scores }) {
    const pages = scores.map(({ score }) => score);
    const { siteOf, sites } = numberSites(scores);
    const aggregates = metric.aggregate(pages);
    const resampled = metric.figures.filter((figure) => 'value' in aggregates[figure]);
    const columns = resampled.map((figure) => {
        return [figure, bySite(columnsOf(pages, figure, metric.estimates?.[figure]), siteOf, sites)];
    });
    return { aggregates, columns: new Map(columns) };
}
function withInterval(aggregate, interval) {
    if (!('value' in aggregate) || interval === undefined)
        return aggregate;
    const { value, n } = aggregate;
    return { value, ...interval, n };
}
function numberSites(scores) {
    const numbers = new Map();
    const siteOf = Int32Array.from(scores, ({ site }) => {
        const known = numbers.get(site) ?? numbers.size;
        numbers.set(site, known);
        return known;
    });
    return { siteOf, sites: numbers.size };
}
