import { readFileSync } from 'node:fs';
import { isRecord } from "../../util/is-record.js";
/**
 * The version that an installed package states. Its manifest is looked for in its folder, because many packages
 * do not export it.
 *
 * @throws Error if the package is not installed or states none.
 */
export function packageVersion(name) {
    const folder = `/node_modules/${name}/`;
    const entry = import.meta.resolve(name);
    const root = entry.slice(0, entry.lastIndexOf(folder) + folder.length);
    return versionIn(new URL('package.json', root), name);
}
/**
 * The version that the manifest of a package states.
 *
 * @throws Error if there is no such file, or it states none.
 */
export function versionIn(manifest, name) {
    const fields = JSON.parse(readFileSync(manifest, 'utf8'));
    if (isRecord(fields) && typeof fields['version'] === 'string')
        return fields['version'];
    throw new Error(`the package ${name} states no version`);
}
