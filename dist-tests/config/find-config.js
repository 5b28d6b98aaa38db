import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from "../util/error.js";
const NAMES = ['ts', 'mts', 'js', 'mjs', 'yaml'].map((ending) => `assay.config.${ending}`);
/** Names that somebody might give the file, and wonder why nothing happens. */
const MISTAKEN = new Set(['cts', 'cjs', 'yml', 'json', 'toml'].map((ending) => `assay.config.${ending}`));
/**
 * The configuration file of a folder; undefined where there is none. Folders above are not searched.
 *
 * @throws AssayError `usage` if there are two, or one under a name that Assay does not read.
 */
export async function findConfig(folder) {
    const files = await readdir(folder);
    const mistaken = files.find((file) => MISTAKEN.has(file));
    if (mistaken !== undefined) {
        const expected = `expected one of ${NAMES.join(', ')}`;
        throw new AssayError('usage', `${mistaken}: found a name that Assay does not read; ${expected}; rename it`);
    }
    const found = NAMES.filter((name) => files.includes(name));
    if (found.length > 1) {
        const mend = 'take the others away, or name one with --config FILE';
        throw new AssayError('usage', `found ${found.join(' and ')} in one folder; expected one configuration; ${mend}`);
    }
    const [name] = found;
    return name === undefined ? undefined : join(folder, name);
}
