import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AssayError, errorCode } from "../../util/error.js";
import { DEFAULT_MEMORY_MB, DEFAULT_START_LIMIT_MS } from "../extractor.js";
import { fingerprintOf } from "../fingerprint.js";
import { TouchedFiles } from "../touched-files.js";
import { describeModuleEnding } from "./module-outcome.js";
import { ModulePageProcess } from "./module-page-process.js";
import { ModuleProcess } from "./module-process.js";
import { networkAccess } from "../../process/network-namespace.js";
import { poolSession } from "./pool-session.js";
import { ProcessWorker } from "./process-worker.js";
import { SpareProcess } from "./spare-process.js";
/**
 * An extractor from a TypeScript or JavaScript module that exports its definition by default. `module` is an
 * absolute path or a file URL. The module is loaded in a process of its own, never in the harness.
 *
 * @throws AssayError `usage`: no such file, a module that does not load, or one that is no extractor.
 */
export async function loadModuleExtractor(module, { source = String(module), startLimitMs = DEFAULT_START_LIMIT_MS, options = {}, network, descriptions, } = {}) {
    const since = Date.now();
    const url = toFileUrl(module);
    const file = await readModule(url, source);
    const loading = {
        url: url.href,
        options,
        allowNetwork: network ?? false,
        memoryMb: DEFAULT_MEMORY_MB,
    };
    const known = await descriptions?.find(loading);
    const loaded = known === undefined ? await load(loading, source, startLimitMs) : undefined;
    if (loaded !== undefined)
        await descriptions?.keep(loading, loaded.about, touchedSince(since, loaded.files));
    const { network: asks, ...about } = known ?? loaded.about;
    const usual = { ...loading, allowNetwork: network ?? asks };
    return {
        ...about,
        driver: 'module',
        source,
        ...(Object.keys(options).length > 0 && { options }),
        fingerprint: fingerprintOf('module', about.version, file, options),
        network: networkAccess(usual.allowNetwork, true),
        // What comes from the network nobody can tell from here.
        ...(!usual.allowNetwork && {
            dependence: { settings: [url.href, globalThis.process.env['NODE_OPTIONS'] ?? ''] },
        }),
        open: async ({ workers, timeoutMs, memoryMb = DEFAULT_MEMORY_MB }) => {
            const call = { ...usual, memoryMb };
            const first = await loaded?.spare.takeFor(call);
            const files = touchedSince(since, first && loaded?.files);
            const create = () => new ModulePageProcess(new ModuleProcess(call), files);
            const pool = Array.from({ length: workers }, (_, index) => {
                const ready = index === 0 && first !== undefined ? new ModulePageProcess(first, files) : undefined;
                return new ProcessWorker(create, timeoutMs, ready);
            });
            return poolSession(pool, about.accepts, files);
        },
    };
}
function toFileUrl(module) {
    if (module instanceof URL)
        return module;
    return module.startsWith('file:') ? new URL(module) : pathToFileURL(module);
}
async function readModule(url, source) {
    try {
        return await readFile(url);
    }
    catch (cause) {
        throw new AssayError('usage', `${source}: ${unreadable(fileURLToPath(url), cause)}`, { cause });
    }
}
function unreadable(path, cause) {
    const code = errorCode(cause);
    if (code === 'ENOENT')
        return `found no extractor module at ${path}; name a file that is there`;
    if (code === 'EISDIR')
        return `found a folder at ${path}; name the file of the module in it`;
    return `cannot read the extractor module ${path} (${code})`;
}
function touchedSince(since, names) {
    const files = new TouchedFiles(since);
    if (names !== undefined)
        files.add(names);
    return files;
}
async function load(call, source, limitMs) {
    const process = new ModuleProcess(call);
    const reply = await process.start(limitMs);
    if (reply.type === 'ready') {
        const { about, files } = reply;
        return { about, files, spare: new SpareProcess(process, call) };
    }
    await process.kill();
    throw new AssayError('usage', `${source}: ${loadProblem(reply, limitMs)}`);
}
function loadProblem(reply, limitMs) {
    if (reply.type === 'unusable')
        return reply.problem;
    if (reply.type === 'late')
        return `the module does not load within ${limitMs} ms`;
    const how = describeModuleEnding(reply.ending);
    return `the process ${how} while the module was loading; import it by itself to see why`;
}
