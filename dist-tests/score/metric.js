/**
 * The line that stands under every table: `tokens|v1|reads:blocks|norm:nfkc|…|policy:article|agg:…|n:181|corpus:…`.
 * Figures of different signatures are not the same figure.
 */
export function formatSignature(metric, context) {
    return [
        ...ownParts(metric),
        `policy:${context.policy}`,
        `agg:${metric.aggregation}`,
        `n:${context.pages}`,
        `corpus:${context.corpus}@${context.digest.slice(0, 12)}`,
    ].join('|');
}
/** What a metric itself contributes to its signatures, whatever it is run over. */
export function metricSignature(metric) {
    return [...ownParts(metric), `agg:${metric.aggregation}`].join('|');
}
function ownParts(metric) {
    const keys = Object.entries(metric.keys).map(([key, value]) => `${key}:${value}`);
    return [baseName(metric.name), `v${metric.version}`, `reads:${metric.reads}`, ...keys];
}
/** The name of a metric without the options of a variant: those stand among the keys of its signature. */
export function baseName(name) {
    return name.split(':', 1)[0];
}
