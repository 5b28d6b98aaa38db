import { excerpt } from "../../gold/yaml/fault.js";
import { unwantedSegments, wantedSegments } from "../facts/segments.js";
/** What no extraction can do. */
export const contradictingSegments = {
    name: 'contradicting-segments',
    description: 'A segment that must not appear is part of one that must: no extraction gets both points.',
    check(page) {
        return unwantedSegments(page).flatMap((unwanted) => {
            const wanted = wantedSegments(page).find(({ squeezed }) => squeezed.includes(unwanted.squeezed));
            if (wanted === undefined)
                return [];
            return [
                {
                    found: `the segment ${excerpt(unwanted.text)}, which must not appear, in ${excerpt(wanted.text)}, which must`,
                    expected: 'segments that one extraction can satisfy',
                    mend: 'take one of the two away',
                },
            ];
        });
    },
};
