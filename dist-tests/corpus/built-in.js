import { fileURLToPath } from 'node:url';
import { readablePath } from "../util/readable-path.js";
/** Folder of the corpus that comes with Assay, as a path that a user can read: relative where that is shorter. */
export function builtInCorpus() {
    return readablePath(fileURLToPath(new URL('../../corpus', import.meta.url)));
}
