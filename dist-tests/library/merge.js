import { join } from 'node:path';
import { markdownReport } from "../report/markdown.js";
import { mergeRuns } from "../run/merge.js";
import { writeWhole } from "../util/write-whole.js";
/**
 * Joins the shards of a run, as `assay merge` does, to what the whole run would have left.
 *
 * @param folders the folders of all shards, in any order
 * @param out folder for the run, empty or new
 * @throws AssayError `usage` unless these are all shards of one run, finished, each once; it says what is missing.
 */
export async function mergeShards(folders, out) {
    const result = await mergeRuns(folders, out);
    await writeWhole(join(result.folder, 'report.md'), markdownReport(result));
    return result;
}
