var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
import { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isRecord } from "../../util/is-record.js";
import { loadInputReader } from "../input-reader.js";
import { readDefinition } from "../read-definition.js";
import { readExtraction } from "../read-extraction.js";
import { Channel } from "./channel.js";
import { describeLoadError, describeThrown } from "./describe-thrown.js";
import { takeFileNames } from "./loaded-files.js";
import { CHANNEL_DESCRIPTOR, REFUSE_NETWORK, isPageRequest } from "./module-protocol.js";
import { refuseNetwork } from "../../process/refuse-network.js";
/** The clock as it was before the module came: fakes of timers put another in its place. */
const now = performance.now.bind(performance);
let loaded;
/** Resolves when the page in work is done: one that came ahead of its turn waits for that. */
let last = Promise.resolve();
if (process.argv[3] === REFUSE_NETWORK)
    refuseNetwork();
const channel = new Channel(new Socket({ fd: CHANNEL_DESCRIPTOR }), {
    onMessage: (message) => {
        if (loaded === undefined || !isPageRequest(message))
            return;
        const server = loaded;
        last = last.then(() => serve(server, message));
    },
    onEnd: endGroup,
});
await start(process.argv[2] ?? '');
function send(message) {
    channel.send(message);
}
/** The harness is gone: ends this process and everything it started, which share its process group. */
function endGroup() {
    try {
        process.kill(-process.pid, 'SIGKILL');
    }
    catch {
        // No process group of our own (Windows).
    }
    process.exit();
}
/** Loads the module and says what it is, or why it is of no use. */
async function start(moduleUrl) {
    const extractor = await load(moduleUrl);
    if (typeof extractor === 'string') {
        send({ type: 'unusable', problem: extractor });
        return;
    }
    const { name, version, accepts, baseline = false, network = false } = extractor;
    loaded = { extractor, readInput: await loadInputReader(accepts) };
    const about = { name, version, accepts: [...accepts], baseline, network };
    send({ type: 'ready', about, files: takeFileNames() });
}
/** The definition that the module exports, or what is wrong with it. */
async function load(moduleUrl) {
    try {
        const module = await import(__rewriteRelativeImportExtension(moduleUrl));
        if (!isRecord(module) || !('default' in module)) {
            return 'the module has no default export; expected export default defineExtractor({ … })';
        }
        const reading = readDefinition(module['default']);
        if (reading.status === 'read')
            return reading.definition;
        return `the module exports no extractor: ${reading.faults.join('; ')}`;
    }
    catch (error) {
        return `the module does not load: ${describeLoadError(error)}`;
    }
}
async function serve({ extractor, readInput }, { number, page, options }) {
    send({ type: 'started', number });
    let input;
    try {
        input = readInput(page);
    }
    catch (error) {
        send({ type: 'harness-failed', number, message: describeThrown(error) });
        return;
    }
    const answer = await run(extractor, input, options);
    // A rejected promise that `extract` left behind ends the process in this turn, before it has answered.
    await nextTurn();
    // All of it, before the next page holds the event loop.
    const answered = { type: 'answered', number, answer, files: takeFileNames() };
    await new Promise((resolve) => channel.send(answered, resolve));
}
async function run(extractor, input, options) {
    const began = now();
    try {
        const returned = await extractor.extract(input, options);
        const ms = now() - began;
        const reading = readExtraction(returned);
        if (reading.status === 'read')
            return { status: 'extracted', extraction: reading.extraction, ms };
        return { status: 'failed', failure: reading.failure, message: reading.message, ms };
    }
    catch (error) {
        const ms = now() - began;
        return { status: 'failed', failure: 'threw', message: describeThrown(error), ms };
    }
}
