import { languageOf } from "../../extract/catalog/language-of.js";
/** The languages of a run's extractors by their names; of those that are not known undefined. */
export function languagesOf({ extractors }) {
    const sources = new Map(extractors.map(({ name, source }) => [name, source]));
    return (name) => languageOf(sources.get(name) ?? '');
}
