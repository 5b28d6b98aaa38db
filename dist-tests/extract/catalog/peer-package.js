import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { versionIn } from "./package-version.js";
import { peerFolder } from "./peer-folder.js";
/**
 * An npm package that is no dependency of Assay: from the folder that `npm run peers` made for the entry, else from
 * the project in the working directory. Required rather than imported, because only that can start from a folder.
 *
 * @throws Error if it is not installed
 */
export function requirePeer(entry, name) {
    return requireFor(entry)(name);
}
/**
 * The version that such a package states.
 *
 * @throws Error if it is not installed or states none
 */
export function peerVersion(entry, name) {
    return versionIn(join(findPackage(entry, name), 'package.json'), name);
}
/** Whether an npm package can be had for an entry. */
export function hasPackage(entry, name) {
    try {
        findPackage(entry, name);
        return true;
    }
    catch {
        return false;
    }
}
/** Looked for by its folder, because many packages do not export their manifest. */
function findPackage(entry, name) {
    const folders = requireFor(entry).resolve.paths(name) ?? [];
    for (const folder of folders) {
        try {
            readFileSync(join(folder, name, 'package.json'));
            return join(folder, name);
        }
        catch {
            // Not here; the next folder up.
        }
    }
    throw new Error(`the package ${name} is not installed`);
}
function requireFor(entry) {
    return createRequire(join(peerFolder('npm', entry) ?? process.cwd(), 'package.json'));
}
