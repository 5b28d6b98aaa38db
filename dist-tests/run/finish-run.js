import { join } from 'node:path';
import { summarize } from "../analyse/summarize.js";
import { toJson } from "../util/json.js";
import { writeWhole } from "../util/write-whole.js";
/**
 * Sums up a run whose folder holds its whole journal: from then on it is finished.
 *
 * @throws Unwritable
 */
export async function finishRun(folder, description, journal, metrics) {
    const summary = summarize(description, journal, metrics);
    await writeWhole(join(folder, 'summary.json'), toJson(summary));
    return { folder, description, summary, journal };
}
