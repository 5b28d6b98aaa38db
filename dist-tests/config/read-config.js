import { defined } from "../util/defined.js";
import { POLICIES } from "../model/policy.js";
import { BLOCK_KINDS } from "../model/vocabulary.js";
import { ConfigReading, nameOf } from "./config-reading.js";
import { readExtractor } from "./read-extractor.js";
/** The name of the corpus that comes with Assay. */
export const BUILT_IN = 'builtin';
const COMMENTS = { required: 'they must come out', forbidden: 'they must not' };
/**
 * Checks what a configuration file holds. All faults are found in one go; what is at fault is left out. Whether
 * the files that it names are there is seen when they are used. Never throws.
 */
export function readConfig(value) {
    const reading = new ConfigReading();
    const fields = reading.closed({ path: [], value }, ['extractors', 'corpora', 'policies', 'run']);
    const read = (key, reader) => {
        const slot = fields?.get(key);
        return slot && reader(reading, slot);
    };
    const config = defined({
        extractors: read('extractors', readExtractors),
        corpora: read('corpora', readCorpora),
        policies: read('policies', readPolicies),
        run: read('run', readRunDefaults),
    });
    return { config, faults: reading.faults };
}
function readExtractors(reading, slot) {
    const entries = reading.named(slot, 'a map of extractors by name', 'write name: ./module.ts');
    return collect(entries, (entry) => readExtractor(reading, entry));
}
function readCorpora(reading, slot) {
    const entries = reading.named(slot, 'a map of corpora by name', 'write name: ./folder');
    return collect(entries, (entry) => {
        if (nameOf(entry) === BUILT_IN) {
            const expected = 'another name: this one is that of the corpus of Assay';
            return reading.report(entry, `the name "${BUILT_IN}"`, expected, 'give the corpus another name');
        }
        return reading.text(entry, 'a folder, or a dataset such as aeb:PATH', 'write ./folder');
    });
}
function readPolicies(reading, slot) {
    const entries = reading.named(slot, 'a map of policies by name', 'write name: { required: [p, …] }');
    return collect(entries, (entry) => readPolicy(reading, entry));
}
function readPolicy(reading, slot) {
    if (Object.hasOwn(POLICIES, nameOf(slot))) {
        const expected = 'another name: a policy of Assay is called so, and figures of the two would look the same';
        return reading.report(slot, `the name "${nameOf(slot)}"`, expected, 'give the policy another name');
    }
    const fields = reading.closed(slot, ['required', 'comments', 'description']);
    if (fields === undefined)
        return undefined;
    const required = readKinds(reading, fields.get('required') ?? { path: slot.path, value: undefined });
    const comments = fields.get('comments');
    const description = fields.get('description');
    return {
        required,
        ...defined({
            comments: comments && reading.word(comments, COMMENTS),
            description: description && reading.text(description, 'a text', 'write one line, or take it away'),
        }),
    };
}
function readKinds(reading, slot) {
    const items = reading.list(slot, 'a list of kinds of blocks under the key required', 'write [p, h2, …]');
    const kinds = items?.map((item) => reading.word(item, BLOCK_KINDS)) ?? [];
    return kinds.filter((kind) => kind !== undefined);
}
function readRunDefaults(reading, slot) {
    const fields = reading.closed(slot, [
        'corpus',
        'extractor',
        'policy',
        'workers',
        'timeout',
        'memory',
        'cache',
    ]);
    const read = (key, reader) => {
        const field = fields?.get(key);
        return field && reader(field);
    };
    return defined({
        corpus: read('corpus', (field) => readNames(reading, field)),
        extractor: read('extractor', (field) => readNames(reading, field)),
        policy: read('policy', (field) => reading.text(field, 'the name of a policy', 'write article')),
        workers: read('workers', (field) => reading.count(field, 'take it away to use every processor')),
        timeout: read('timeout', (field) => reading.count(field, 'write milliseconds, e.g. 10000')),
        memory: read('memory', (field) => reading.count(field, 'write megabytes, e.g. 2048')),
        cache: read('cache', (field) => readSwitch(reading, field)),
    });
}
function readSwitch(reading, slot) {
    if (typeof slot.value === 'boolean')
        return slot.value;
    return reading.refuse(slot, 'true or false', 'write cache: false');
}
/** One name or a list of them. */
function readNames(reading, slot) {
    if (typeof slot.value === 'string')
        return reading.text(slot, 'a name', 'write a name or a list of names');
    const items = reading.list(slot, 'a name, or a list of names', 'write [name, …]');
    return items
        ?.map((item) => reading.text(item, 'a name', 'write a text'))
        .filter((name) => name !== undefined);
}
function collect(entries, read) {
    const values = [];
    for (const entry of entries) {
        const value = read(entry);
        if (value !== undefined)
            values.push([nameOf(entry), value]);
    }
    return Object.fromEntries(values);
}
