import { baseName } from "../score/metric.js";
import { METRICS, metricNamed } from "../score/metrics/register.js";
/** The metrics that some page has gold for, in the order of tables. */
export function metricsOf(entries) {
    const names = new Set(entries.flatMap((entry) => Object.keys(entry.metrics)));
    const metrics = [...names].flatMap((name) => metricNamed(name) ?? []);
    const place = ({ name }) => METRICS.findIndex((metric) => metric.name === baseName(name));
    return metrics.toSorted((a, b) => place(a) - place(b));
}
/** Companions stand in a table of their own, unless somebody chose among them. */
export function isAside(metric, { description }) {
    const computed = new Set(description.metrics);
    const companions = METRICS.filter(({ companion }) => companion);
    const areAll = companions.every(({ name, version }) => computed.has(`${name}@${version}`));
    return metric.companion === true && areAll;
}
/** What the figures of some metrics are made of, each line once. */
export function signaturesOf(entries, metrics) {
    const names = metrics.map(({ name }) => name);
    return [...new Set(entries.flatMap(({ signatures }) => names.flatMap((name) => signatures[name] ?? [])))];
}
