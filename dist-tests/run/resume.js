import { join } from 'node:path';
import { differencesBetween } from "../store/compare-descriptions.js";
import { EXTRACTIONS, ExtractionsWriter, journalKey, packExtraction, readExtractions, } from "../store/extractions.js";
import { RESULTS, withPlace } from "../store/journal.js";
import { readRun } from "../store/read-run.js";
import { AssayError } from "../util/error.js";
import { readablePath } from "../util/readable-path.js";
import { writeWhole } from "../util/write-whole.js";
import { changedFiles } from "./loaded-files.js";
/**
 * Makes a stopped run ready to go on: what was cut off is removed (a torn last line, a result whose extraction
 * did not reach the disk) and will run again. A kill at any moment in between leaves a folder that can be resumed.
 *
 * @throws AssayError `bad-input` if there is no run, or its files are not as their schemas say; `usage` if it was a run
 * of something else, naming what differs.
 */
export async function resumeRun(folder, now, states) {
    const { description, journal } = await readRun(folder);
    const differences = [...differencesBetween(description, now), ...(await changedFiles(folder, states))];
    if (differences.length > 0) {
        const list = differences.map((difference) => `  ${difference}`).join('\n');
        throw new AssayError('usage', `${readablePath(folder)} cannot be resumed, because this would be another run:\n${list}`);
    }
    return { description, done: await keepWhole(folder, journal) };
}
/** Leaves the whole lines and their extractions, once each; says which lines these are. */
async function keepWhole(folder, journal) {
    const extracted = new Set(journal.filter(({ status }) => status === 'extracted').map(journalKey));
    const places = new Map();
    await writeWhole(join(folder, EXTRACTIONS), async (path) => {
        const writer = await ExtractionsWriter.open(path, 'w');
        try {
            for await (const record of readExtractions(folder)) {
                if (extracted.delete(journalKey(record))) {
                    places.set(journalKey(record), await writer.append(await packExtraction(record)));
                }
            }
        }
        finally {
            await writer.close();
        }
    });
    const done = journal.flatMap((line) => {
        if (line.status !== 'extracted')
            return [line];
        const place = places.get(journalKey(line));
        return place === undefined ? [] : [withPlace(line, place)];
    });
    const text = done.map((line) => `${JSON.stringify(line)}\n`).join('');
    await writeWhole(join(folder, RESULTS), text);
    return done;
}
