import { defined } from "../../util/defined.js";
import { describeValue } from "../../util/describe-value.js";
import { isLabel } from "../read-definition.js";
/** The version of the protocol. */
const PROTOCOL = 1;
const KEYS = ['assay', 'name', 'version', 'accepts', 'wants'];
/** Whether an object on standard output is meant for a handshake. */
export function isHandshake(line) {
    return 'assay' in line;
}
/** Checks a handshake; `fault` says what was found and what was expected. */
export function readHandshake(line) {
    const { assay, name, version, accepts, wants } = line;
    const unknown = Object.keys(line).find((key) => !KEYS.includes(key));
    if (assay !== PROTOCOL)
        return malformed('assay', assay, `${PROTOCOL}, the version of the protocol`);
    if (unknown !== undefined)
        return malformed(unknown, line[unknown], `only the keys ${KEYS.join(', ')}`);
    if (name !== undefined && !isLabel(name))
        return malformed('name', name, 'one line of text');
    if (version !== undefined && !isLabel(version))
        return malformed('version', version, 'one line of text');
    if (accepts !== undefined && !isMediaList(accepts)) {
        return malformed('accepts', accepts, 'a list such as ["html"], ["text"] or both');
    }
    if (wants !== undefined && !isWants(wants))
        return malformed('wants', wants, '"html" or "bytes"');
    return { status: 'read', handshake: defined({ name, version, accepts, wants }) };
}
function malformed(key, value, expected) {
    return { status: 'malformed', fault: `${key}: found ${describeValue(value)}; expected ${expected}` };
}
function isMediaList(value) {
    return (Array.isArray(value) &&
        value.length > 0 &&
        Array.from(value).every((item) => item === 'html' || item === 'text'));
}
function isWants(value) {
    return value === 'html' || value === 'bytes';
}
