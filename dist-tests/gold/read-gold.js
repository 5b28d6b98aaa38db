import { GOLD_KEYS, GOLD_OUTLINE } from "./outline.js";
import { readAbout, readMetadata } from "./read-about.js";
import { readBody, readBoilerplate, readComments } from "./read-entries.js";
import { readSegments } from "./read-segments.js";
import { inFileOrder } from "./yaml/fault.js";
import { parseYaml } from "./yaml/parse-yaml.js";
import { readMap } from "./yaml/read-map.js";
import { Reading } from "./yaml/reading.js";
/**
 * Reads the text of a `gold.yaml`. All problems are found in one go, those behind a syntax error too, and
 * each cause is reported once; they come in the order of the file. Never throws.
 *
 * @param file the path to name in the problems
 */
export function readGold(source, file) {
    const reading = new Reading(parseYaml(source, GOLD_OUTLINE));
    const gold = readRoot(reading);
    if (gold && reading.faults.length === 0)
        return { gold, problems: [] };
    return { problems: inFileOrder(reading.faults).map((fault) => ({ ...fault, file })) };
}
function readRoot(reading) {
    const fields = readMap(reading, reading.root, { keys: GOLD_KEYS });
    if (!fields)
        return undefined;
    const body = fields.read('body', (slot) => readBody(reading, slot));
    const segments = fields.read('segments', (slot) => readSegments(reading, slot));
    if (!fields.has('body') && !fields.has('segments'))
        reading.reportFile(NOTHING_LABELLED);
    return {
        about: readAbout(reading, fields),
        metadata: readMetadata(reading, fields),
        ...(body && { body }),
        ...(segments && { segments }),
        comments: fields.read('comments', (slot) => readComments(reading, slot)) ?? [],
        boilerplate: fields.read('boilerplate', (slot) => readBoilerplate(reading, slot)) ?? [],
    };
}
const NOTHING_LABELLED = {
    code: 'missing-key',
    found: 'no key "body" in the file',
    expected: '"body", which must be there unless "segments" is',
    mend: 'add "body: …"; "body: []" if the page has nothing to extract',
};
