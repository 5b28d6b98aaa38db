import { createHash } from 'node:crypto';
import { compareCodeUnits } from "../util/compare-code-units.js";
import { isRecord } from "../util/is-record.js";
/**
 * The fingerprint of an extractor: see `Extractor.fingerprint` for what it covers. The order in which options
 * are written does not matter.
 */
export function fingerprintOf(driver, version, file, options = {}) {
    const variant = Object.keys(options).length === 0 ? [] : [options];
    // The words are written with their length, so that no two different inputs hash the same bytes.
    const head = JSON.stringify(['assay-extractor/1', driver, version, ...variant], inOrder);
    return createHash('sha256').update(`${head.length}:${head}`).update(file).digest('hex');
}
/** For `JSON.stringify`: the keys of every object sorted by code units. */
function inOrder(_key, value) {
    if (!isRecord(value))
        return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compareCodeUnits(a, b)));
}
