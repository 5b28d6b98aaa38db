import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
/** Where `npm run peers` puts extractors of others, below the working directory. */
export const PEERS = '.assay/peers';
/** Written last into the folder of a peer: what was installed there. */
export const INSTALLED = 'installed.json';
/** This repository, or the folder of the installed package: the same files lie below either. */
const ASSAY = fileURLToPath(new URL('../../..', import.meta.url));
/**
 * The folders in which peers are looked for, the one into which they are put first: that of the variable `ASSAY_PEERS`,
 * else the one below the working directory and the one below Assay's own folder, so that a clone's peers are found
 * from anywhere.
 */
export function peersFolders() {
    const named = process.env['ASSAY_PEERS'];
    if (named !== undefined && named !== '')
        return [resolve(named)];
    return [join(process.cwd(), PEERS), join(ASSAY, PEERS)];
}
/** The folder that `npm run peers` made for an entry; undefined where there is none that is whole. */
export function peerFolder(language, entry) {
    return peersFolders()
        .map((folder) => join(folder, language, entry))
        .find((folder) => readInstalled(folder) !== undefined);
}
/** What stands in the mark of a whole folder; undefined where there is none. */
export function readInstalled(folder) {
    try {
        return readFileSync(join(folder, INSTALLED), 'utf8');
    }
    catch {
        return undefined;
    }
}
