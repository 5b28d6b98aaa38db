import { readFileSync, realpathSync, statSync } from 'node:fs';
import { sha256 } from "../../util/sha256.js";
/** Nothing is at the path. */
export const ABSENT = 'absent';
/** What is at paths of this machine. Every file is read once, and again only after its times or its size changed. */
export class FileStates {
    #known = new Map();
    stateOf(path) {
        const stats = statOf(path);
        if (stats === undefined)
            return ABSENT;
        if (stats.isDirectory())
            return `folder ${realpathSync.native(path)}`;
        if (!stats.isFile())
            return 'other';
        const stamp = `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;
        const known = this.#known.get(path);
        if (known?.stamp === stamp)
            return known.state;
        const state = digestOf(path);
        this.#known.set(path, { stamp, state });
        return state;
    }
}
/**
 * Whether a file, or what is told of it, was changed after a moment (milliseconds since 1970): then what a process
 * read may be something else than what is there now. False for folders and what is not there.
 */
export function hasChangedSince(path, since) {
    const stats = statOf(path);
    return stats !== undefined && stats.isFile() && Math.floor(stats.ctimeMs) > since;
}
function statOf(path) {
    try {
        return statSync(path, { throwIfNoEntry: false });
    }
    catch {
        // A folder on the way is a file, or not ours to look into.
        return undefined;
    }
}
function digestOf(path) {
    try {
        return sha256(readFileSync(path));
    }
    catch {
        return 'unreadable';
    }
}
