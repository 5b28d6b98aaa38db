import { isOneLine } from "../util/printable.js";
import { inFileOrder } from "../gold/yaml/fault.js";
import { parseYaml } from "../gold/yaml/parse-yaml.js";
import { readList } from "../gold/yaml/read-list.js";
import { readFields, readMap } from "../gold/yaml/read-map.js";
import { readText } from "../gold/yaml/read-text.js";
import { Reading } from "../gold/yaml/reading.js";
const KEYS = ['name', 'version', 'licence', 'splits'];
const OUTLINE = {
    top: new Set(KEYS),
    under: new Map(),
    entry: new Set(),
    attribute: new Set(),
};
/**
 * Reads the text of a `corpus.yaml`. A split lists whole sites: one that the corpus does not have, or that
 * another split has too, is a problem. Never throws.
 *
 * @param file the path to name in the problems
 * @param sites the sites of the corpus
 */
export function readManifest(source, file, sites) {
    const reading = new Reading(parseYaml(source, OUTLINE));
    const fields = readMap(reading, reading.root, { keys: KEYS, required: ['name'] });
    const word = (key) => fields?.read(key, (slot) => readLine(reading, slot));
    const [name, version, licence] = [word('name'), word('version'), word('licence')];
    const splitOf = fields?.read('splits', (slot) => readSplits(reading, slot, sites));
    const manifest = {
        ...(name === undefined ? {} : { name }),
        ...(version === undefined ? {} : { version }),
        ...(licence === undefined ? {} : { licence }),
        ...(splitOf === undefined ? {} : { splitOf }),
    };
    return { manifest, problems: inFileOrder(reading.faults).map((fault) => ({ ...fault, file })) };
}
/** It stands in the heads of tables. */
function readLine(reading, slot) {
    const text = readText(reading, slot, { isWord: true });
    if (text === undefined || isOneLine(text))
        return text;
    return reading.report(slot.at, {
        code: 'wrong-value',
        found: `a line break or a control character in ${slot.name}`,
        expected: 'one line of text',
        mend: 'write it on one line',
    });
}
function readSplits(reading, slot, sites) {
    const splitOf = new Map();
    for (const split of readFields(reading, slot, 'names of splits, each with a list of sites') ?? []) {
        const listed = readList(reading, split.slot, {
            expected: 'a list of sites',
            mend: 'write them in brackets, e.g. [one.example, two.example]',
            mayBeEmpty: true,
        });
        for (const item of listed ?? [])
            readSite(reading, item, split.key, sites, splitOf);
    }
    return splitOf;
}
function readSite(reading, item, split, sites, splitOf) {
    const site = readText(reading, item, { isWord: true });
    if (site === undefined)
        return;
    const other = splitOf.get(site);
    splitOf.set(site, split);
    if (other !== undefined) {
        reading.report(item.at, {
            code: 'bad-split',
            found: `the site "${site}" in "${split}", and before in "${other}"`,
            expected: 'each site in one split, because pages of one site are not independent',
            mend: 'take it out of one of the two',
        });
    }
    else if (!sites.has(site)) {
        reading.report(item.at, {
            code: 'bad-split',
            found: `the site "${site}" in "${split}", which has no pages`,
            expected: 'the name of a folder under pages/',
            mend: 'correct the name, or take it out',
        });
    }
}
