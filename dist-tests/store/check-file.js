import { AssayError } from "../util/error.js";
import { isRecord } from "../util/is-record.js";
import { readablePath } from "../util/readable-path.js";
import { checkShape, formatPath } from "../util/shape.js";
/** Most faults of one file, or of one line, that a message names. */
const MOST_SHOWN = 10;
/**
 * What a JSON file of a run folder holds.
 *
 * @param schema the `schema` member that it has to have, e.g. `assay/run@1`
 * @param fix what to do about a file that is refused
 * @throws AssayError `bad-input` for a file that is no JSON, of another schema, or not as its schema says.
 */
export function parseFile({ path, source }, schema, format, fix) {
    const file = readablePath(path);
    const value = parseObject(source);
    if (value === undefined)
        throw new AssayError('bad-input', `${file} is damaged (no JSON); ${fix}`);
    if (value['schema'] !== schema) {
        const found = value['schema'] === undefined ? 'none' : JSON.stringify(value['schema']);
        const message = `${file} is not for this version of Assay: expected the schema ${schema}, found ${found}`;
        throw new AssayError('bad-input', `${message}; ${fix}`);
    }
    const check = checkShape(format, value);
    if (!check.isValid)
        throw refusal(file, check.faults, fix);
    // The value as it is, with what a later version may have added.
    // oxlint-disable-next-line no-unsafe-type-assertion -- it has just been checked
    return value;
}
let checks;
/** Loaded when something is read: a run that begins anew has no need of zod. */
export function lineChecks() {
    checks ??= loadChecks();
    return checks;
}
async function loadChecks() {
    const [{ journalLine, recordedExtraction }, { jsonSchemaOf }, { quickCheck }] = await Promise.all([
        import("./journal-line.js"),
        import("./formats.js"),
        import("./quick-check.js"),
    ]);
    const lineCheck = (format) => {
        const isValid = quickCheck(jsonSchemaOf(format));
        return (value, place, fix) => {
            // oxlint-disable-next-line no-unsafe-type-assertion -- it has just been checked
            if (isValid(value))
                return value;
            const check = checkShape(format, value);
            if (check.isValid)
                return check.value;
            throw refusal(place, check.faults, fix);
        };
    };
    return { journal: lineCheck(journalLine), extraction: lineCheck(recordedExtraction) };
}
/** The map that a text holds; undefined where it holds none. */
export function parseObject(source) {
    try {
        const value = JSON.parse(source);
        return isRecord(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function refusal(place, faults, fix) {
    const lines = faults.slice(0, MOST_SHOWN).map(({ path, found, expected }) => {
        return `${formatPath(path)}: found ${found}; expected ${expected}`;
    });
    if (faults.length === 1)
        return new AssayError('bad-input', `${place}: ${lines[0]}; ${fix}`);
    const list = lines.map((line) => `\n  ${line}`).join('');
    const rest = faults.length > MOST_SHOWN ? '\n  …' : '';
    return new AssayError('bad-input', `${place} has ${faults.length} faults; ${fix}${list}${rest}`);
}
