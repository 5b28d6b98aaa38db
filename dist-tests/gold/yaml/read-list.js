import { isSeq } from 'yaml';
import { readText } from "./read-text.js";
import { startOf } from "./reading.js";
import { reportShape } from "./shape.js";
/** The values of a list; nothing when there is none, which is reported. */
export function readList(reading, slot, rules) {
    const { value } = slot;
    if (reading.isUnreadable(value))
        return undefined;
    if (!isSeq(value))
        return reportShape(reading, slot, rules);
    if (value.items.length === 0 && rules.mayBeEmpty !== true) {
        const found = `an empty list for ${slot.name}`;
        return reading.report(startOf(value), { ...rules, code: 'empty-text', found });
    }
    return value.items.map((item) => toSlot(item, slot));
}
/** A list of texts, without those that have faults. */
export function readTexts(reading, slot, rules) {
    return readList(reading, slot, rules)
        ?.map((item) => readText(reading, item))
        .filter((text) => text !== undefined);
}
function toSlot(item, list) {
    return { value: item, at: item ? startOf(item) : list.at, name: list.name };
}
