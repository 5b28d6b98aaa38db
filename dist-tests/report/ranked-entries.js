import { compareCodeUnits } from "../util/compare-code-units.js";
/** What a run says of a corpus, in the order of its tables. */
export function entriesOf({ summary }, corpus) {
    return ranked(summary.extractors.filter((entry) => entry.corpus === corpus));
}
/** Best first by the primary metric's F1; those without one last; equal ones by name. */
export function ranked(entries) {
    const headline = (entry) => {
        const figure = entry.metrics[entry.primary]?.['f1'];
        return figure !== undefined && 'value' in figure ? figure.value : -1;
    };
    return entries.toSorted((a, b) => headline(b) - headline(a) || compareCodeUnits(a.name, b.name));
}
