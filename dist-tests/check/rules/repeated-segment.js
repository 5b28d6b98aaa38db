import { excerpt } from "../../gold/yaml/fault.js";
import { unwantedSegments, wantedSegments } from "../facts/segments.js";
/** A segment that counts twice. */
export const repeatedSegment = {
    name: 'repeated-segment',
    description: 'The same segment is listed twice on one page, so it counts twice.',
    check(page) {
        return [...repeatedIn(wantedSegments(page)), ...repeatedIn(unwantedSegments(page))];
    },
};
function repeatedIn(snippets) {
    return snippets
        .filter(({ squeezed }, index) => snippets.findIndex((other) => other.squeezed === squeezed) < index)
        .map(({ text }) => ({
        found: `the segment ${excerpt(text)} a second time`,
        expected: 'each segment once',
        mend: 'take one of the two away',
    }));
}
