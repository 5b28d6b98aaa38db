import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
/**
 * Gives a file a new text, whole or not at all: it is written beside the file, read back, and takes its place only
 * if it has arrived. A link stays a link; permissions stay.
 */
export async function replaceFile(file, text) {
    const target = await realpath(file);
    // Files that begin with a dot are no part of a corpus, should this one be left behind.
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
        await writeFile(beside, text);
        await chmod(beside, (await stat(target)).mode);
        if ((await readFile(beside, 'utf8')) !== text)
            throw new Error(`${beside} did not come back as written`);
        await rename(beside, target);
    }
    catch (error) {
        await rm(beside, { force: true });
        throw error;
    }
}
