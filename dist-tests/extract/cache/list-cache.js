import { join } from 'node:path';
import { compareCodeUnits } from "../../util/compare-code-units.js";
import { answerGroups, filesBelow, totalBytes } from "./cache-files.js";
import { ROOMS } from "./cache.js";
import { readChecked } from "./checked-file.js";
/** What is in the cache; nothing where there is none. */
export async function listCache(folder) {
    const byName = new Map();
    for (const { list, answers } of await answerGroups(folder)) {
        const name = (list && (await nameIn(list.path))) ?? UNFINISHED;
        byName.set(name, [...(byName.get(name) ?? []), ...answers]);
    }
    const extractors = [...byName]
        .filter(([, answers]) => answers.length > 0)
        .toSorted(([a], [b]) => compareCodeUnits(a, b))
        .map(([extractor, answers]) => ({ extractor, ...sumUp(answers) }));
    return { extractors, scores: sumUp(await filesBelow(join(folder, ROOMS.scores))) };
}
/** Answers of a run that is going on, or was killed before it could say that they count. */
const UNFINISHED = '(unfinished)';
async function nameIn(list) {
    return (await readChecked(list))?.extractor;
}
function sumUp(files) {
    const count = files.length;
    if (count === 0)
        return { count, bytes: 0 };
    return {
        count,
        bytes: totalBytes(files),
        oldest: files.reduce((least, { written }) => Math.min(least, written), Infinity),
        newest: files.reduce((most, { written }) => Math.max(most, written), -Infinity),
    };
}
