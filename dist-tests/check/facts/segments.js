import { squeeze } from "../../document/squeeze.js";
import { fact } from "../fact.js";
/** The snippets of a page that must appear. */
export const wantedSegments = fact(({ gold }) => {
    return (gold.segments?.with ?? []).map(toSnippet);
});
/** The snippets of a page that must not. */
export const unwantedSegments = fact(({ gold }) => {
    return (gold.segments?.without ?? []).map(toSnippet);
});
function toSnippet(text) {
    return { text, squeezed: squeeze(text) };
}
