import { excerpt } from "../../gold/yaml/fault.js";
import { squeezedGold } from "../facts/squeezed-gold.js";
import { wantedSegments } from "../facts/segments.js";
/** Two labels of one page that contradict each other. */
export const segmentNotInGold = {
    name: 'segment-not-in-gold',
    description: "A segment that must appear is not in the page's own gold text, white space aside: a perfect extraction fails it.",
    check(page) {
        if (page.gold.body === undefined)
            return [];
        const gold = squeezedGold(page);
        return wantedSegments(page)
            .filter(({ squeezed }) => !gold.includes(squeezed))
            .map(({ text, squeezed }) => ({
            found: `the segment ${excerpt(text)}, which must appear and is ${gold.toLowerCase().includes(squeezed.toLowerCase()) ? 'in the gold text in other case only' : 'not in the gold text'}`,
            expected: 'a snippet of the gold text',
            mend: 'complete the gold text, or take the segment away',
        }));
    },
};
