import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { answerGroups, filesBelow, totalBytes } from "./cache-files.js";
import { ROOMS } from "./cache.js";
import { isPart } from "../../util/write-whole.js";
/**
 * Takes answers and scores away, and what nothing needs any more. What a run is just writing stays.
 *
 * @returns how much went
 */
export async function pruneCache(folder, { before = -Infinity, mostBytes = Infinity }) {
    const groups = await answerGroups(folder);
    const scores = await filesBelow(join(folder, ROOMS.scores));
    const all = [...groups.flatMap(({ answers }) => answers), ...scores];
    let bytes = 0;
    const gone = all
        .toSorted((a, b) => b.written - a.written)
        .filter((file) => {
        bytes += file.bytes;
        return file.written < before || bytes > mostBytes;
    });
    for (const { path } of gone)
        await rm(path, { force: true });
    const isGone = new Set(gone);
    for (const { list, answers } of groups) {
        if (list !== undefined && answers.every((file) => isGone.has(file)))
            await rm(list.path, { force: true });
    }
    for (const { path, written } of await filesBelow(join(folder, ROOMS.descriptions))) {
        if (written < before)
            await rm(path, { force: true });
    }
    await removeLeftovers(folder);
    const ofScores = scores.filter((file) => isGone.has(file)).length;
    return { answers: gone.length - ofScores, scores: ofScores, bytes: totalBytes(gone) };
}
/** How long a file takes to be written at most, in milliseconds. */
const WRITING_MS = 3_600_000;
/** What killed runs left half written, and folders that are empty. */
async function removeLeftovers(folder) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const path of names.filter((name) => isPart(basename(name))).map((name) => join(folder, name))) {
        const found = await stat(path).catch(() => undefined);
        if (found !== undefined && Date.now() - found.mtimeMs > WRITING_MS)
            await rm(path, { force: true });
    }
    // The deepest first; one that holds something refuses to go.
    for (const name of names.toSorted((a, b) => b.length - a.length)) {
        await rmdir(join(folder, name)).catch(() => { });
    }
}
