import { excerpt } from "../../gold/yaml/fault.js";
import { squeezedText } from "../facts/page-text.js";
import { unwantedSegments } from "../facts/segments.js";
import { describeAbsence, whereaboutsOf } from "../whereabouts.js";
/** A point for nothing. */
export const unwantedSegmentNotInPage = {
    name: 'unwanted-segment-not-in-page',
    description: 'A segment that must not appear is not in what a reader sees of the page, white space aside: every extractor gets the point for it.',
    check(page) {
        return unwantedSegments(page)
            .filter(({ squeezed }) => !squeezedText(page).includes(squeezed))
            .map(({ text, squeezed }) => ({
            found: `the segment ${excerpt(text)}, which must not appear and is ${describeAbsence(page, text, whereaboutsOf(page, squeezed))}`,
            expected: 'a snippet that an extractor could return by mistake',
            mend: 'write it as the page has it, or take it away',
        }));
    },
};
