import { isMap, isSeq } from 'yaml';
import { isAbsent, startOf } from "./reading.js";
/** What messages call a value: `a list`, `a map`, `a text`, `nothing`. */
export function shapeName(value) {
    if (isAbsent(value))
        return 'nothing';
    if (isSeq(value))
        return 'a list';
    return isMap(value) ? 'a map' : 'a text';
}
/** Reports a value that is not what belongs there, or that there is none. */
export function reportShape(reading, { value, at, name }, { expected, mend }) {
    const isThere = value !== null && !isAbsent(value);
    const found = isThere ? `${shapeName(value)} for ${name}` : `nothing behind ${name}`;
    return reading.report(isThere ? startOf(value) : at, { code: 'wrong-value', found, expected, mend });
}
