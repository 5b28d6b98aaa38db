import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { choosePolicy } from "../config/choice.js";
import { loadConfig } from "../config/load-config.js";
import { openCorpora } from "../config/open-corpora.js";
import { openExtractors } from "../config/open-extractors.js";
import { defined } from "../util/defined.js";
import { CACHE_FOLDER, Cache } from "../extract/cache/cache.js";
import { DEFAULT_MEMORY_MB, LONGEST_TIMEOUT_MS } from "../extract/extractor.js";
import { AssayError } from "../util/error.js";
import { markdownReport } from "../report/markdown.js";
import { assayVersion } from "../run/environment.js";
import { planPages, shardOf } from "../run/plan.js";
import { runExtractors } from "../run/run-extractors.js";
import { selectMetrics } from "../score/metrics/register.js";
import { settingsOfRun } from "./settings-of-run.js";
import { writeWhole } from "../util/write-whole.js";
const DEFAULT_TIMEOUT_MS = 10_000;
/** Where more is a slip that the machine would not bear. */
const MOST = new Map([
    ['workers', 1000],
    ['repeat', 1000],
    ['timeoutMs', LONGEST_TIMEOUT_MS],
]);
/** What `run` does, once it is loaded. */
export async function runWith(asked) {
    refuseNothing(asked);
    const loaded = await loadConfig(asked.config);
    const settings = asked.resume === undefined ? asked : await settingsOfRun(asked.resume, asked, loaded);
    const policy = choosePolicy(loaded, settings.policy);
    const metrics = selectMetrics(settings.metrics);
    const options = toRunOptions(settings, loaded.config.run ?? {});
    const cache = (settings.cache ?? loaded.config.run?.cache ?? true) ? openCache() : undefined;
    const extractors = await openExtractors(loaded, settings.extractors, {
        descriptions: cache?.descriptions,
    });
    const all = planPages(await openCorpora(loaded, settings.corpora), options);
    const plans = options.shard === undefined ? all : shardOf(all, options.shard);
    const pages = plans.reduce((sum, plan) => sum + plan.pages.length, 0);
    settings.onStart?.(pages * extractors.length);
    const result = await runExtractors({
        assayVersion: assayVersion(),
        plans,
        extractors,
        policy,
        metrics,
        options,
        // Scoring a page takes a fraction of what extracting it does.
        scoringThreads: Math.ceil(options.workers / 2),
        ...defined({
            out: settings.out,
            cache,
            resume: settings.resume,
            signal: settings.signal,
            onPage: settings.onPage,
        }),
    });
    await writeWhole(join(result.folder, 'report.md'), markdownReport(result));
    return result;
}
function openCache() {
    return new Cache(CACHE_FOLDER, { assayVersion: assayVersion(), node: process.versions.node });
}
/** An empty list is no default: whoever made it meant something else. */
function refuseNothing({ extractors, corpora, out, resume }) {
    if (out !== undefined && resume !== undefined) {
        throw new AssayError('usage', 'found both out and resume; a run that goes on does so in its own folder, so give one of the two');
    }
    if (extractors?.length === 0) {
        const mend = 'leave extractors out to run those of the configuration';
        throw new AssayError('usage', `no extractor to run; ${mend}`);
    }
    if (corpora?.length === 0) {
        const mend = 'leave corpora out to take those of the configuration';
        throw new AssayError('usage', `no corpus to run over; ${mend}`);
    }
}
function toRunOptions(settings, defaults) {
    const { pages, kinds, languages, traits, splits, limit, shard, repeat } = settings;
    const workers = settings.workers ?? defaults.workers ?? availableParallelism();
    const timeoutMs = settings.timeoutMs ?? defaults.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const memoryMb = settings.memoryMb ?? defaults.memoryMb ?? DEFAULT_MEMORY_MB;
    for (const [name, value] of Object.entries({ limit, repeat, workers, timeoutMs, memoryMb })) {
        const most = MOST.get(name) ?? Infinity;
        if (value === undefined || (Number.isSafeInteger(value) && value >= 1 && value <= most))
            continue;
        const range = value > most ? ` and at most ${most}` : '';
        throw new AssayError('usage', `${name}: found ${value}; expected a whole number of at least 1${range}`);
    }
    if (shard !== undefined && !(shard.index >= 1 && shard.index <= shard.count)) {
        throw new AssayError('usage', `shard: found ${shard.index}/${shard.count}; expected 1/${shard.count} to ${shard.count}/${shard.count}`);
    }
    const rest = { pages, kinds, languages, traits, splits, limit, shard, ...(repeat !== 1 && { repeat }) };
    return { ...defined(rest), workers, timeoutMs, memoryMb };
}
