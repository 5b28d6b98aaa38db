import { isRecord } from "../util/is-record.js";
import { describeValue } from "../util/describe-value.js";
import { isOneLine } from "../util/printable.js";
const MEDIA = ['html', 'text'];
/** Longest name or version in UTF-16 code units: they head columns and name files. */
const LONGEST_LABEL = 100;
/**
 * Checks what a module exports by default against `ExtractorDefinition`. Fields that it does not know are
 * let be: a definition may be an object that keeps more than the harness asks for.
 */
export function readDefinition(exported) {
    if (isDefinition(exported))
        return { status: 'read', definition: exported };
    return { status: 'malformed', faults: faultsOf(exported) };
}
function isDefinition(exported) {
    return faultsOf(exported).length === 0;
}
function faultsOf(exported) {
    if (!isRecord(exported)) {
        const expected = 'expected defineExtractor({ name, version, accepts, extract })';
        return [`the default export is ${describeValue(exported)}; ${expected}`];
    }
    const faults = [
        labelFault('name', exported['name']),
        labelFault('version', exported['version']),
        acceptsFault(exported['accepts']),
        flagFault('baseline', exported['baseline']),
        flagFault('network', exported['network']),
        extractFault(exported['extract']),
    ];
    return faults.filter((fault) => fault !== undefined);
}
function labelFault(field, value) {
    if (isLabel(value))
        return undefined;
    return `${field} is ${found(value)}; expected one line of text, at most ${LONGEST_LABEL} characters`;
}
/** Whether a value can be a name or a version: not blank, one line, not too long. */
export function isLabel(value) {
    if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST_LABEL)
        return false;
    return isOneLine(value);
}
function acceptsFault(value) {
    const expected = "expected a list such as ['html'], ['text'] or both";
    if (!Array.isArray(value))
        return `accepts is ${found(value)}; ${expected}`;
    const media = Array.from(value);
    if (media.length === 0)
        return `accepts is empty; ${expected}`;
    const unknown = media.findIndex((item) => !MEDIA.includes(item));
    return unknown === -1 ? undefined : `accepts holds ${describeValue(media[unknown])}; ${expected}`;
}
function flagFault(field, value) {
    if (value === undefined || typeof value === 'boolean')
        return undefined;
    return `${field} is ${describeValue(value)}; expected true or false`;
}
function extractFault(value) {
    return typeof value === 'function' ? undefined : `extract is ${found(value)}; expected a function`;
}
function found(value) {
    return value === undefined ? 'missing' : describeValue(value);
}
