import { performance } from 'node:perf_hooks';
import { describeValue } from "../../util/describe-value.js";
import { AnswerLines } from "./answer-lines.js";
import { startCommand } from "./command-call.js";
import { outcomeOfEnding } from "../../process/describe-ending.js";
import { isHandshake } from "./handshake.js";
import { killGroup } from "../../process/process-group.js";
import { readAnswer } from "./read-answer.js";
import { STDIN, STDOUT } from "../../process/start-group.js";
import { withMemory } from "../../process/with-memory.js";
/** How long a process that closed a pipe may take to end, or to have its answer read. */
const GRACE_MS = 1000;
/** How long a write may take that tells whether somebody listens; where the pipe is full, somebody may. */
const PROBE_MS = 200;
/** One process of a command that takes page after page, one JSON object a line in each direction. */
export class JsonLinesProcess {
    #call;
    #group;
    #input;
    #lines;
    /** Identifiers of pages that were answered: a second answer to one of them is not listened to. */
    #answered = new Set();
    #asked;
    /** Whether it takes pages for sure: it said so, or has answered one. */
    #isReady = false;
    /** What first ended it, or all understanding with it. */
    #end;
    #hasEnded = false;
    #receive = () => { };
    /** @throws Error if the system refuses another process. */
    constructor(call) {
        this.#call = call;
        this.#group = startCommand(call, { stdin: true });
        this.#input = this.#group.pipes.at(STDIN);
        this.#lines = new AnswerLines(this.#group.pipes.at(STDOUT), {
            onObject: (line) => this.#take(line),
            onFault: (failure, message) => this.#finish({ type: 'fault', failure, message, mayBeInherited: false }),
            onEnd: () => this.#lose('output'),
        });
        this.#input.on('error', () => this.#lose('input'));
        void this.#awaitEnd();
    }
    get hasEnded() {
        return this.#hasEnded;
    }
    async start() {
        if (!this.#call.greets)
            return undefined;
        const { startLimitMs } = this.#call;
        const event = await this.#next(startLimitMs);
        this.#isReady = event.type === 'greeting';
        if (this.#isReady)
            return undefined;
        if (event.type === 'late')
            return failed('crashed', `no handshake within ${startLimitMs} ms of its start`);
        return this.#outcomeOf(event, 0, undefined);
    }
    /**
     * Where nothing says when the process has started, the first page may take the time to start as well; what it took
     * is then not known. If it took more than a page may, it comes once more.
     */
    async extract(page, limitMs) {
        const wasReady = this.#isReady;
        const wasLost = this.#end !== undefined;
        const limit = wasReady ? limitMs : limitMs + this.#call.startLimitMs;
        const id = this.#freshId(page.id);
        this.#asked = id;
        this.#lines.startPage();
        const began = performance.now();
        this.#group.memory.beginPage();
        const next = this.#next(limit);
        if (!wasLost)
            this.#input.write(`${this.#call.input({ ...page, id }).toString()}\n`);
        const event = await next;
        const ms = performance.now() - began;
        const memoryMb = this.#group.memory.peakMb();
        // A page may lie unread where an earlier one made the process close its input behind its answer.
        const wasUnread = event.type === 'late' && this.#answered.size > 0 && (await this.#hasClosedInput());
        this.#asked = undefined;
        if (event.type === 'answer') {
            this.#answered.add(id);
            this.#isReady = true;
            if (!wasReady && ms > limitMs)
                return this.extract(page, limitMs);
        }
        return {
            outcome: withMemory(this.#outcomeOf(event, limit, wasReady ? ms : undefined), memoryMb),
            isSpent: event.type !== 'answer',
            mayBeInherited: wasLost || wasUnread || event.type === 'ended' || (event.type === 'fault' && event.mayBeInherited),
        };
    }
    async kill() {
        killGroup(this.#group.leader);
        await this.#group.ended;
    }
    async #awaitEnd() {
        const ending = await this.#group.ended;
        this.#hasEnded = true;
        this.#finish({ type: 'ended', ending });
    }
    /** Only a write tells; an empty line says nothing to a process that still listens. */
    #hasClosedInput() {
        return new Promise((resolve) => {
            const timer = setTimeout(resolve, PROBE_MS, false);
            this.#input.write('\n', (error) => {
                clearTimeout(timer);
                resolve(error !== null && error !== undefined);
            });
        });
    }
    /** The identifier, with a number behind it if it was answered before: a second answer to the first is not one. */
    #freshId(id) {
        let fresh = id;
        for (let count = 2; this.#answered.has(fresh); count++)
            fresh = `${id}#${count}`;
        return fresh;
    }
    #take(line) {
        if (isHandshake(line))
            this.#takeGreeting();
        else if (typeof line['id'] !== 'string')
            this.#takeNameless(line);
        else if (line['id'] === this.#asked)
            this.#receive({ type: 'answer', answer: line });
        else if (!this.#answered.has(line['id']))
            this.#refuse(`answered the id ${quoted(line['id'])}`);
    }
    #takeGreeting() {
        if (!this.#isReady && this.#asked === undefined)
            this.#receive({ type: 'greeting' });
    }
    /** An object without an identifier is an answer if it looks like one; others may be lines of a log. */
    #takeNameless(line) {
        if (!('text' in line || 'html' in line || 'markdown' in line))
            return;
        this.#refuse('id' in line ? `answered the id ${describeValue(line['id'])}` : 'answered without an id');
    }
    #refuse(what) {
        const expected = this.#asked === undefined ? 'nothing, as no page was asked for' : quoted(this.#asked);
        const message = `${what}; expected ${expected}`;
        this.#finish({ type: 'fault', failure: 'bad-output', message, mayBeInherited: true });
    }
    /** A pipe is closed: no page is to be had any more, unless the answer is on its way. */
    #lose(pipe) {
        const message = `closed its standard ${pipe} and did not answer`;
        const event = { type: 'fault', failure: 'crashed', message, mayBeInherited: true };
        setTimeout(() => this.#finish(event), GRACE_MS).unref();
    }
    #finish(event) {
        this.#end ??= event;
        this.#receive(event);
        killGroup(this.#group.leader);
    }
    #next(limitMs) {
        if (this.#end !== undefined)
            return Promise.resolve(this.#end);
        return new Promise((resolve) => {
            // One more turn of the event loop: an answer that came in time may lie unread behind other work of ours.
            const timer = setTimeout(() => setImmediate(resolve, { type: 'late' }), limitMs);
            this.#receive = (event) => {
                clearTimeout(timer);
                this.#receive = () => { };
                resolve(event);
            };
        });
    }
    #outcomeOf(event, limitMs, ms) {
        if (event.type === 'answer')
            return readAnswer(event.answer, ms);
        if (event.type === 'fault')
            return failed(event.failure, `${event.message}${this.#lines.noise}`);
        if (event.type === 'ended')
            return withNoise(outcomeOfEnding(event.ending), this.#lines.noise);
        const hint = this.#answered.size === 0 ? '; it has not answered any page: did you flush stdout?' : '';
        return failed('timeout', `no answer within ${limitMs} ms; the process was killed${hint}${this.#lines.noise}`);
    }
}
function failed(failure, message) {
    return { status: 'failed', failure, message };
}
function withNoise(outcome, noise) {
    return outcome.status === 'failed' ? { ...outcome, message: `${outcome.message}${noise}` } : outcome;
}
function quoted(id) {
    return JSON.stringify(id.slice(0, 80).toWellFormed());
}
