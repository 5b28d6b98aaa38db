import { excerpt } from "../../gold/yaml/fault.js";
import { squeezedText } from "../facts/page-text.js";
import { wantedSegments } from "../facts/segments.js";
import { describeAbsence, whereaboutsOf } from "../whereabouts.js";
/** Recall that nobody can reach. */
export const segmentNotInPage = {
    name: 'segment-not-in-page',
    description: 'A segment that must appear is not in what a reader sees of the page, white space aside: recall that an extractor of visible text cannot reach.',
    check(page) {
        return wantedSegments(page)
            .filter(({ squeezed }) => !squeezedText(page).includes(squeezed))
            .map(({ text, squeezed }) => ({
            found: `the segment ${excerpt(text)}, which must appear and is ${describeAbsence(page, text, whereaboutsOf(page, squeezed))}`,
            expected: 'a snippet of the page, white space aside',
            mend: 'write it as the page has it, or take it away',
        }));
    },
};
