import { readTexts } from "./yaml/read-list.js";
import { readMap } from "./yaml/read-map.js";
const SNIPPETS = {
    expected: 'a list of snippets of the page',
    mend: 'write "- " and one snippet a line, or take the key away',
    mayBeEmpty: true,
};
/** The snippets that must and must not come out. A list that is not there is empty; one of the two is there. */
export function readSegments(reading, slot) {
    const fields = readMap(reading, slot, { keys: ['with', 'without'] });
    if (!fields)
        return undefined;
    const read = (key) => fields.read(key, (list) => readTexts(reading, list, SNIPPETS)) ?? [];
    const segments = { with: read('with'), without: read('without') };
    if (fields.has('with') || fields.has('without'))
        return segments;
    return reading.report(slot.at, {
        code: 'empty-text',
        found: 'nothing in "segments"',
        expected: 'snippets that must come out under "with", or that must not under "without"',
        mend: 'add one of the two, or take "segments" away',
    });
}
