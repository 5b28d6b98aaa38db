import { join } from 'node:path';
import { readablePath } from "../util/readable-path.js";
import { FileStates } from "../extract/cache/file-states.js";
import { AssayError } from "../util/error.js";
import { claimFolder, createRunFolder } from "../store/run-folder.js";
import { toJson } from "../util/json.js";
import { Unwritable, writeWhole } from "../util/write-whole.js";
import { finishRun } from "./finish-run.js";
import { journalKey } from "../store/extractions.js";
import { Journal } from "../store/journal.js";
import { LoadedFiles } from "./loaded-files.js";
import { describeMachine } from "./environment.js";
import { metricLabel, isAssays, policyLabel } from "../analyse/labels.js";
import { readDescription } from "../store/read-run.js";
import { resumeRun } from "./resume.js";
import { runPages } from "./run-pages.js";
import { RunStopped } from "./run-stopped.js";
import { scorePage } from "./score-page.js";
import { cachedScorer } from "./scoring/cached-scorer.js";
import { plainScorer } from "./scoring/scorer.js";
import { threadScorer } from "./scoring/thread-scorer.js";
/**
 * Runs extractors over corpora and leaves a run folder with `run.json`, the journal, the extractions and
 * `summary.json`. Extractors run one after the other, so that they do not disturb each other's times.
 *
 * @throws AssayError `usage` for two extractors of one name, a folder that is not empty, that cannot be written or that
 * another process writes to, or a run to be resumed that was one of something else. `RunStopped` if the signal was
 * aborted.
 */
export async function runExtractors(request) {
    refuseEqualNames(request.extractors);
    const description = describe(request);
    const folder = request.resume ?? (await createRunFolder(description, request.out));
    // Nothing is left in a folder that is none of a run.
    if (request.resume !== undefined)
        await readDescription(folder);
    const release = await claimFolder(folder);
    try {
        return await runIn(folder, request, description);
    }
    catch (error) {
        throw error instanceof Unwritable ? resumable(error, folder) : error;
    }
    finally {
        await release();
    }
}
async function runIn(folder, request, now) {
    const states = request.cache?.states ?? new FileStates();
    const { description, done } = await begin(folder, request, now, states);
    const journal = await runAll(request, folder, done, states);
    if (request.signal?.aborted === true)
        throw new RunStopped(folder, journal.length);
    return finishRun(folder, description, journal, request.metrics);
}
/** The folder then holds exactly what is done. */
async function begin(folder, { resume }, description, states) {
    if (resume !== undefined)
        return resumeRun(folder, description, states);
    await writeWhole(join(folder, 'run.json'), toJson(description));
    return { description, done: [] };
}
function resumable({ message, cause }, folder) {
    const goOn = `then go on with: assay run --resume ${readablePath(folder)}`;
    return new AssayError('usage', `${message}, ${goOn}`, { cause });
}
async function runAll(request, folder, done, states) {
    const { plans, extractors, options, cache, onPage, signal } = request;
    const scorer = scorerOf(request);
    const loaded = await LoadedFiles.open(folder, states);
    const journal = await Journal.create(folder);
    const lines = [...done];
    const isDone = new Set(done.map(journalKey));
    try {
        for (const plan of plans) {
            for (const extractor of extractors) {
                const keyOf = (page) => {
                    return { corpus: plan.corpus.name, extractor: extractor.name, page };
                };
                const pages = plan.pages.filter(({ id }) => !isDone.has(journalKey(keyOf(id))));
                await runPages(extractor, { ...plan, pages }, { ...options, cache, signal }, async (page) => {
                    const { labelled, outcome, files } = page;
                    const { id, site } = labelled.page;
                    const line = await scorePage({ ...keyOf(id), site }, labelled, page, scorer);
                    if (files !== undefined)
                        await loaded.note(extractor.name, files);
                    const extraction = outcome.status === 'extracted' ? outcome.extraction : undefined;
                    const written = await journal.append(line, extraction);
                    lines.push(written);
                    onPage?.(written);
                });
            }
        }
    }
    finally {
        await Promise.all([journal.close(), scorer.close()]);
    }
    return lines;
}
function scorerOf({ policy, metrics, scoringThreads = 0, cache }) {
    const scorer = scoringThreads > 0 ? threadScorer(policy, metrics, scoringThreads) : plainScorer(policy, metrics);
    return cache === undefined ? scorer : cachedScorer(scorer, cache, policy, metrics);
}
function describe(request) {
    return {
        schema: 'assay/run@1',
        assay: request.assayVersion,
        started: new Date().toISOString(),
        policy: policyLabel(request.policy),
        ...(!isAssays(request.policy) && { ownPolicy: request.policy }),
        corpora: request.plans.map(({ corpus, source, pages }) => ({
            name: corpus.name,
            ...(corpus.version === undefined ? {} : { version: corpus.version }),
            source,
            digest: corpus.digest,
            gold: corpus.gold,
            pages: corpus.pages.length,
            selected: pages.length,
        })),
        extractors: request.extractors.map(({ name, version, source, driver, accepts, baseline, options, fingerprint, network }) => ({
            name,
            version,
            source,
            driver,
            accepts,
            baseline,
            ...(options !== undefined && { options }),
            fingerprint,
            network,
        })),
        metrics: request.metrics.map(metricLabel),
        options: request.options,
        machine: describeMachine(),
    };
}
function refuseEqualNames(extractors) {
    const names = extractors.map((extractor) => extractor.name);
    const twice = extractors.find(({ name }, index) => names.indexOf(name) !== index);
    if (twice === undefined)
        return;
    const sources = extractors.filter(({ name }) => name === twice.name).map(({ source }) => source);
    throw new AssayError('usage', `two extractors are called "${twice.name}" (${sources.join(', ')}); give one of them another name`);
}
