import { AssayError } from "../util/error.js";
/**
 * Every fault in one message, a line each.
 *
 * @param file what the configuration is called
 * @param place what the place of a value is called
 * @throws AssayError `usage` if there are any.
 */
export function refuseFaults(faults, file, place) {
    if (faults.length === 0)
        return;
    const lines = faults.map(({ path, found, expected, mend }) => `${place(path)}: found ${found}; expected ${expected}; ${mend}`);
    const [only] = lines;
    if (lines.length === 1 && only !== undefined)
        throw new AssayError('usage', only);
    const list = lines.map((line) => `  ${line}`).join('\n');
    throw new AssayError('usage', `${file} has ${lines.length} faults\n${list}`);
}
/** A path as one would write it in code: `extractors.mine.options["max lines"][2]`; empty for the whole. */
export function formatPath(path) {
    const steps = path.map((step) => {
        if (typeof step === 'number')
            return `[${step}]`;
        return /^[\p{L}\p{N}_-]+$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    });
    return steps.join('').replace(/^\./, '');
}
