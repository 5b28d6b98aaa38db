import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { didYouMean } from "../../util/did-you-mean.js";
import { AssayError, errorCode } from "../../util/error.js";
import { isRecord } from "../../util/is-record.js";
import { outcomeOfAnswer } from "../answer-outcome.js";
import { jsonLines } from "./recorded-lines.js";
import { unreadable } from "./recording.js";
/**
 * What an extractor returned in an earlier run, its failures and skipped pages among it; also of a run that was cut
 * off. Pages are found by corpus and identifier; by the identifier alone where the run has but one corpus.
 *
 * @param extractor its name in the run; not needed where the run has but one
 * @throws AssayError `bad-input`: files that cannot be read, `usage`: no such extractor, or several and none named.
 */
export async function readRecordedRun(folder, extractor) {
    const description = await readDescription(folder);
    const chosen = choose(folder, description.extractors, extractor);
    const extractions = join(folder, 'extractions.jsonl.gz');
    const content = await readPart(extractions);
    const outcomes = new Map([
        ...(await readFailures(folder, chosen.name)),
        ...readExtractions(extractions, content, chosen.name),
    ]);
    const [only, ...others] = description.corpora;
    const single = others.length === 0 ? only?.name : undefined;
    const { name, version, accepts, baseline } = chosen;
    return {
        name,
        version,
        accepts,
        baseline,
        content,
        recall: ({ id }, corpus) => outcomes.get(keyOf(single ?? corpus ?? '', id)),
    };
}
async function readDescription(folder) {
    const path = join(folder, 'run.json');
    let description;
    try {
        description = JSON.parse(await readFile(path, 'utf8'));
    }
    catch (cause) {
        throw unreadable(path, `not JSON: ${String(cause)}`, cause);
    }
    if (isDescription(description))
        return description;
    throw unreadable(path, 'found no description of a run; expected the schema assay/run@1');
}
/** Assay's own file of a known schema: what is looked at is there. */
function isDescription(value) {
    const schema = 'assay/run@1';
    return isRecord(value) && value['schema'] === schema;
}
function choose(folder, extractors, wanted) {
    const [only, ...others] = extractors;
    if (wanted === undefined && only !== undefined && others.length === 0)
        return only;
    const found = extractors.find(({ name }) => name === wanted);
    if (found !== undefined)
        return found;
    const names = extractors.map(({ name }) => name);
    const near = wanted === undefined ? undefined : didYouMean(wanted, names);
    const mend = near === undefined ? `name one of ${names.join(', ')}` : `did you mean "${near}"?`;
    const what = wanted === undefined ? `the run has ${names.length} extractors` : `the run has no "${wanted}"`;
    throw new AssayError('usage', `recorded:${folder}: ${what}; write recorded:${folder}#NAME; ${mend}`);
}
function readExtractions(path, gzip, extractor) {
    return jsonLines(path, unzip(path, gzip), { tornEnd: true }).flatMap(({ value }) => {
        if (value['extractor'] !== extractor)
            return [];
        const key = keyOf(String(value['corpus']), String(value['page']));
        return [[key, outcomeOfAnswer(value['extraction'])]];
    });
}
/** What was cut off is read as far as it goes. */
function unzip(path, gzip) {
    try {
        return gunzipSync(gzip, { finishFlush: constants.Z_SYNC_FLUSH });
    }
    catch (cause) {
        const mend = 'remove it, and assay run --resume has its pages run again';
        throw unreadable(path, `is damaged (${errorCode(cause)}); ${mend}`, cause);
    }
}
async function readPart(path) {
    try {
        return await readFile(path);
    }
    catch (cause) {
        throw unreadable(path, `cannot read this part of the run (${errorCode(cause)})`, cause);
    }
}
/** The pages of the journal that have no extraction, and why. */
async function readFailures(folder, extractor) {
    const path = join(folder, 'results.jsonl');
    const lines = jsonLines(path, await readPart(path), { tornEnd: true });
    return lines.flatMap(({ value }) => {
        // oxlint-disable-next-line no-unsafe-type-assertion -- a line of Assay's own journal
        const line = value;
        if (line.extractor !== extractor || line.status === 'extracted')
            return [];
        return [[keyOf(line.corpus, line.page), outcomeOf(line)]];
    });
}
function outcomeOf(line) {
    if (line.status === 'skipped')
        return { status: 'skipped', reason: line.reason };
    return { status: 'failed', failure: line.failure, message: line.message };
}
function keyOf(corpus, page) {
    return JSON.stringify([corpus, page]);
}
