import { performance } from 'node:perf_hooks';
import { outcomeOfAnswer } from "../answer-outcome.js";
import { MOST_OUTPUT_BYTES, TOO_MUCH_OUTPUT, startCommand } from "./command-call.js";
import { outcomeOfEnding } from "../../process/describe-ending.js";
import { killGroup } from "../../process/process-group.js";
import { STDIN, STDOUT } from "../../process/start-group.js";
import { strictUtf8 } from "../../util/strict-utf8.js";
import { withMemory } from "../../process/with-memory.js";
/**
 * A command that takes one page from its standard input, prints the extraction and ends: a new process for every
 * page, so that none inherits anything.
 */
export class StdioProcess {
    hasEnded = false;
    #call;
    #group;
    constructor(call) {
        this.#call = call;
    }
    start() {
        return Promise.resolve(undefined);
    }
    async extract(page, limitMs) {
        const input = this.#call.input(page);
        const began = performance.now();
        const group = startCommand(this.#call, { stdin: true });
        this.#group = group;
        const why = await runGroup(group, input, limitMs);
        this.#group = undefined;
        const ms = performance.now() - began;
        const outcome = typeof why === 'string' ? failureOf(why, limitMs) : await this.#outcomeOf(group, why, ms);
        // The process is gone: what was seen of it while it was there.
        return { outcome: withMemory(outcome, group.memory.peakMb()), isSpent: false, mayBeInherited: false };
    }
    async kill() {
        if (this.#group === undefined)
            return;
        killGroup(this.#group.leader);
        await this.#group.ended;
    }
    async #outcomeOf(group, printed, ms) {
        const ending = await group.ended;
        if (ending.code !== 0)
            return outcomeOfEnding(ending);
        const text = strictUtf8(printed);
        if (text === undefined) {
            return { status: 'failed', failure: 'bad-output', message: 'printed what is not UTF-8', ms };
        }
        return outcomeOfAnswer({ [this.#call.output]: text }, ms);
    }
}
/** What the process printed until its end; or why it was killed before that. */
async function runGroup({ leader, pipes, ended }, input, limitMs) {
    let why;
    const stop = (reason) => {
        why ??= reason;
        killGroup(leader);
    };
    const stdin = pipes.at(STDIN);
    const stdout = pipes.at(STDOUT);
    const chunks = [];
    let bytes = 0;
    stdout.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes > MOST_OUTPUT_BYTES)
            stop('too-large');
        else
            chunks.push(chunk);
    });
    stdout.on('error', () => { });
    // A process may print all it has to without having read everything.
    stdin.on('error', () => { });
    stdin.end(input);
    // One more turn of the event loop: its end may lie unread behind other work of ours.
    const timer = setTimeout(() => setImmediate(stop, 'timeout'), limitMs);
    await ended;
    clearTimeout(timer);
    return why ?? Buffer.concat(chunks);
}
function failureOf(why, limitMs) {
    const message = why === 'timeout' ? `not done within ${limitMs} ms; the process was killed` : TOO_MUCH_OUTPUT;
    return { status: 'failed', failure: why, message };
}
