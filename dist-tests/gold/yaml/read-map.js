import { isMap, isScalar } from 'yaml';
import { didYouMean } from "../../util/did-you-mean.js";
import { isAbsent, startOf } from "./reading.js";
import { reportShape, shapeName } from "./shape.js";
/** The values of a map by their keys. */
export class Fields {
    #fields;
    constructor(fields) {
        this.#fields = fields;
    }
    /** Whether the key is there, whatever its value. */
    has(key) {
        return this.#fields.some((field) => field.key === key);
    }
    /** Reads the value of a key; a second value of the same key is checked too, and ignored. */
    read(key, reader) {
        const [first] = this.#fields
            .filter((field) => field.key === key)
            .map(({ slot, isGuess }) => ({ result: isGuess && isAbsent(slot.value) ? undefined : reader(slot) }));
        return first?.result;
    }
}
/**
 * Reads a map with closed keys. An unknown key that resembles one that is not there is read as if it were
 * that one, so that its value is checked and the other key is not reported as missing as well.
 */
export function readMap(reading, slot, rules) {
    const written = readFields(reading, slot, `keys with values: ${rules.keys.join(', ')}`);
    if (!written)
        return undefined;
    const present = new Set(written.map(({ key }) => key));
    const fields = [];
    for (const field of written) {
        const isKnown = rules.keys.includes(field.key);
        const near = isKnown ? field.key : keyMeant(field, rules.keys);
        if (!isKnown)
            reportUnknownKey(reading, field, rules.keys, near);
        else if (fields.some(({ key }) => key === field.key))
            reportSecondKey(reading, field);
        if (near !== undefined && (isKnown || !present.has(near)))
            fields.push({ ...field, key: near, isGuess: !isKnown });
    }
    for (const key of rules.required ?? []) {
        if (!fields.some((field) => field.key === key))
            reportMissingKey(reading, slot, key);
    }
    return new Fields(fields);
}
/** The keys and values of a map in the order of the file, whatever they are; nothing when it is no map. */
export function readFields(reading, slot, expected) {
    const { value } = slot;
    if (reading.isUnreadable(value))
        return undefined;
    if (isMap(value))
        return value.items.flatMap((pair) => readField(reading, pair));
    if (value === null && slot === reading.root)
        return reportEmptyFile(reading, expected);
    return reportShape(reading, slot, { expected, mend: 'write "key: value", one key a line' });
}
/** Where everything in the file had to be given up, that has been reported. */
function reportEmptyFile(reading, expected) {
    if (reading.faults.length > 0)
        return undefined;
    return reading.reportFile({
        code: 'wrong-value',
        found: 'an empty file',
        expected,
        mend: 'write "key: value", one key a line',
    });
}
function readField(reading, { key, value }) {
    const at = startOf(key);
    if (!isScalar(key)) {
        reading.report(at, {
            code: 'yaml-syntax',
            found: `${shapeName(key)} in the place of a key`,
            expected: 'a plain word as key',
            mend: 'a text that begins with a bracket must be put in quotes',
        });
        return [];
    }
    const word = String(key.value);
    if (word === '<<') {
        reading.report(at, {
            code: 'yaml-syntax',
            found: 'a merge key "<<"',
            expected: 'plain keys, texts, lists and maps only',
            mend: 'write the keys out where they belong',
        });
        return [];
    }
    return [{ key: word, at, slot: { value, at, name: `"${word}"` } }];
}
/** The known key that resembles the one written, or with which it begins: `on 2026-11-22` or `on:2026-11-22`. */
function keyMeant({ key }, keys) {
    const [word] = key.split(/[ :]/u);
    return keys.find((known) => known === word) ?? didYouMean(key, keys);
}
function reportUnknownKey(reading, field, keys, near) {
    reading.report(field.at, {
        code: 'unknown-key',
        found: `unknown key "${field.key}"`,
        expected: `one of ${keys.join(', ')}`,
        mend: near === undefined ? 'take the key away, or put it where it belongs' : `did you mean "${near}"?`,
    });
}
function reportSecondKey(reading, field) {
    reading.report(field.at, {
        code: 'yaml-syntax',
        found: `the key "${field.key}" a second time`,
        expected: 'every key once',
        mend: 'take one of the two away',
    });
}
function reportMissingKey(reading, slot, key) {
    const finding = {
        code: 'missing-key',
        found: `no key "${key}" in ${slot.name}`,
        expected: `"${key}", which must be there`,
        mend: `add "${key}: …"`,
    };
    // The file as a whole has no line; a map inside it is named by that of its key.
    if (slot === reading.root)
        reading.reportFile(finding);
    else
        reading.report(slot.at, finding);
}
