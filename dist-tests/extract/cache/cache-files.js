import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ROOMS } from "./cache.js";
import { isPart } from "../../util/write-whole.js";
/** All answers in a cache; nothing where there is none. */
export async function answerGroups(folder) {
    const groups = [];
    const room = join(folder, ROOMS.answers);
    for (const key of await namesIn(room)) {
        const names = await namesIn(join(room, key));
        const stems = new Set(names.filter((name) => !isPart(name)).map((name) => name.replace('.json', '')));
        for (const stem of stems) {
            const at = join(room, key, stem);
            groups.push({ list: await fileAt(`${at}.json`), answers: await filesBelow(at) });
        }
    }
    return groups;
}
/** Whole files in a folder at any depth; nothing where there is none. */
export async function filesBelow(folder) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    const files = await Promise.all(names.map((name) => fileAt(join(folder, name))));
    return files.filter((file) => file !== undefined);
}
async function namesIn(folder) {
    return readdir(folder).catch(() => []);
}
async function fileAt(path) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() !== true || isPart(basename(path)))
        return undefined;
    return { path, bytes: found.size, written: found.mtimeMs };
}
/** The size of files together. */
export function totalBytes(files) {
    return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
