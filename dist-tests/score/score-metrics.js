import { ScoringInput } from "./scoring-input.js";
/**
 * What the metrics say of one page; those that need other gold than the page has are left out. An extraction of
 * `undefined` is a failed one.
 */
export function scoreMetrics(gold, extraction, policy, metrics) {
    const input = new ScoringInput(gold, policy, extraction);
    const scored = metrics.filter(({ needs }) => isLabelled(gold, needs));
    return Object.fromEntries(scored.map((metric) => [metric.name, metric.scorePage(input)]));
}
/** Whether a page has the gold that a metric needs; that a page has no author or date is gold as well. */
function isLabelled({ body, segments, metadata, about }, needs) {
    if (needs === 'text')
        return body !== undefined;
    if (needs === 'segments')
        return segments !== undefined;
    if (needs === 'language')
        return about.language !== undefined;
    return metadata[needs] !== undefined;
}
