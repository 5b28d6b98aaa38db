import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AssayError } from "./error.js";
import { readablePath } from "./readable-path.js";
/**
 * Makes a folder whole or not at all: it is filled beside its place, and gets there only when all is done. What was
 * begun is taken away if that fails.
 *
 * @throws AssayError `usage` if something stands there already, other than an empty folder.
 */
export async function makeFolder(folder, fill) {
    const target = resolve(folder);
    const isThere = await isEmptyFolder(target);
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
        await mkdir(beside, { recursive: true });
        const result = await fill(beside);
        if (isThere)
            await rmdir(target);
        await rename(beside, target);
        return result;
    }
    finally {
        await rm(beside, { recursive: true, force: true });
    }
}
/** Whether the folder is there; it must be empty then. */
async function isEmptyFolder(target) {
    const files = await readdir(target).catch((error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return undefined;
        throw new AssayError('usage', `${readablePath(target)} is no folder that can be written to`, {
            cause: error,
        });
    });
    if (files === undefined || files.length === 0)
        return files !== undefined;
    const mend = 'name one that is not there yet, or take it away first';
    throw new AssayError('usage', `the folder ${readablePath(target)} is not empty; ${mend}`);
}
