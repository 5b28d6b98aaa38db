import { describeValue } from "../util/describe-value.js";
import { isRecord } from "../util/is-record.js";
const EXPECTED = 'data that JSON can hold';
const MEND = 'write texts, numbers, true, false, null, lists and maps; the module makes what it needs of them';
/** Far deeper than anybody writes; what goes on for ever, because it holds itself, ends here. */
const DEEPEST = 32;
/** The options of a variant: JSON, because they go to another process and into the fingerprint. */
export function readOptions(reading, slot) {
    const fields = reading.fields(slot, 'a map of options', 'write name: value');
    return fields && readFields(reading, fields);
}
function readFields(reading, fields) {
    const entries = [];
    for (const field of fields) {
        const value = readJson(reading, field);
        if (value !== undefined)
            entries.push([String(field.path.at(-1)), value]);
    }
    return Object.fromEntries(entries);
}
function readJson(reading, slot) {
    const { path, value } = slot;
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return value;
    if (typeof value === 'number' && Number.isFinite(value))
        return value;
    if (path.length > DEEPEST)
        return reading.report(slot, 'options in options without end', EXPECTED, MEND);
    if (Array.isArray(value)) {
        const items = Array.from(value).map((item, index) => ({ path: [...path, index], value: item }));
        return items.map((item) => readJson(reading, item) ?? null);
    }
    if (isPlain(value))
        return readOptions(reading, slot);
    return reading.report(slot, describeOther(value), EXPECTED, MEND);
}
/** Dates, maps and other instances of classes are no JSON, though they are objects. */
function isPlain(value) {
    if (!isRecord(value))
        return false;
    const prototype = Object.getPrototypeOf(value);
    // An object of another realm has another `Object.prototype`, which in turn has none.
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function describeOther(value) {
    if (typeof value !== 'object' || value === null)
        return describeValue(value);
    return `an object of the class ${value.constructor.name}`;
}
