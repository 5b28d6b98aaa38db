import { fileURLToPath } from 'node:url';
import { ownModule } from "../../util/own-module.js";
import { Channel } from "./channel.js";
import { childEnvironment, heapArguments, nodeArguments } from "../../process/child-settings.js";
import { CHANNEL_DESCRIPTOR, REFUSE_NETWORK, isChildMessage } from "./module-protocol.js";
import { networkAccess } from "../../process/network-namespace.js";
import { killGroup } from "../../process/process-group.js";
import { startGroup } from "../../process/start-group.js";
/** How long a process that is done, but not quite gone, may take for it. */
const GRACE_MS = 500;
const PROGRAM = fileURLToPath(ownModule(new URL('./module-start.ts', import.meta.url)));
/** One child process that holds one extractor module: started by the constructor, ended by `kill`. */
export class ModuleProcess {
    #group;
    #options;
    #channel;
    #ended;
    #ending;
    #channelWasGarbled = false;
    /** How many pages it has been sent. */
    #sent = 0;
    #receive = () => { };
    /** The page in work, or the last that was. */
    #page;
    /** One that was handed over ahead of its turn. */
    #next;
    /** @throws Error if the system refuses another process. */
    constructor(call) {
        this.#group = startModule(call);
        this.#options = call.options;
        this.#channel = new Channel(this.#group.pipes.at(CHANNEL_DESCRIPTOR), {
            onMessage: (message) => this.#take(message),
            onEnd: (reason) => this.#lose(reason),
        });
        this.#ended = this.#group.ended.then((how) => {
            this.#ending = { type: 'ended', ending: { ...how, channelWasGarbled: this.#channelWasGarbled } };
            this.#receive(this.#ending);
            return this.#ending;
        });
    }
    get hasEnded() {
        return this.#ending !== undefined;
    }
    /** Whether the turn of the page in work has come; what the page before it left behind can keep it waiting. */
    get pageHasStarted() {
        return this.#page?.hasStarted === true;
    }
    /** Waits until the module is loaded. Called once, before the first page. */
    start(limitMs) {
        return this.#reply(['ready', 'unusable'], limitMs);
    }
    /**
     * Hands over the page that comes after the one in work, which the process goes on with as soon as it has answered:
     * on its way a page takes longer than some extractors take for it.
     */
    announce(page) {
        if (this.#ending !== undefined || this.#next !== undefined)
            return;
        this.#next = this.#send(page);
    }
    /** Hands over a page, unless it has been announced, and waits for the answer. Not to be called again before that. */
    extract(page, limitMs) {
        const announced = this.#next?.page === page ? this.#next : undefined;
        if (announced !== undefined)
            this.#next = undefined;
        if (announced?.answer !== undefined)
            return Promise.resolve(announced.answer);
        this.#group.memory.beginPage();
        const reply = this.#reply(['answered', 'harness-failed'], limitMs);
        this.#page = announced ?? this.#send(page);
        return reply;
    }
    #send(page) {
        const number = ++this.#sent;
        this.#channel.send(requestOf(number, page, this.#options));
        return { number, page, hasStarted: false };
    }
    /** The most resident memory of the process since the page was handed over, megabytes, where it is seen. */
    get peakMb() {
        return this.#group.memory.peakMb();
    }
    /** Kills the process and all that it started; resolves when it is gone. */
    async kill() {
        killGroup(this.#group.leader);
        await this.#ended;
    }
    /** Keeps the harness alive while the process is, as it does from the start. */
    ref() {
        for (const handle of this.#handles())
            handle.ref();
    }
    /** Lets the harness end though the process is alive, which ends it. */
    unref() {
        for (const handle of this.#handles())
            handle.unref();
    }
    /** What keeps the event loop of the harness going on account of this process. */
    #handles() {
        return [this.#group.child, ...this.#group.pipes.all()];
    }
    #take(message) {
        if (!isChildMessage(message))
            return;
        if (message.type === 'ready' || message.type === 'unusable')
            this.#receive(message);
        else
            this.#takeOfPage(message);
    }
    /** Of a page that nobody asks about any more, nothing. */
    #takeOfPage(message) {
        const about = [this.#page, this.#next].find((each) => each?.number === message.number);
        if (about === undefined)
            return;
        if (message.type === 'started')
            about.hasStarted = true;
        else if (about === this.#page)
            this.#receive(message);
        else
            about.answer ??= message;
    }
    #lose(reason) {
        this.#channelWasGarbled = reason === 'garbled';
        // A process that is ending closes the channel first; killed now, it would not get to say its exit code.
        const timer = setTimeout(() => killGroup(this.#group.leader), GRACE_MS);
        void this.#ended.then(() => clearTimeout(timer));
    }
    #reply(types, limitMs) {
        if (this.#ending !== undefined)
            return Promise.resolve(this.#ending);
        return new Promise((resolve) => {
            // One more turn of the event loop: an answer that came in time may lie unread behind other work of ours.
            const timer = setTimeout(() => setImmediate(resolve, { type: 'late' }), limitMs);
            this.#receive = (message) => {
                if (message.type !== 'ended' && !isOneOf(types, message))
                    return;
                clearTimeout(timer);
                resolve(message);
            };
        });
    }
}
function startModule({ url, allowNetwork, memoryMb }) {
    const env = childEnvironment(process.env, { allowNetwork });
    const hooks = networkAccess(allowNetwork, true) === 'refused by hooks' ? [REFUSE_NETWORK] : [];
    const node = [...heapArguments(memoryMb, env), ...nodeArguments(url)];
    return startGroup({
        words: [process.execPath, ...node, PROGRAM, url, ...hooks],
        env,
        allowNetwork,
        memoryMb,
        stdin: 'ignore',
        // Standard output goes nowhere: with a pipe, an extractor that prints would wait for the harness to read.
        stdout: 'ignore',
        more: ['pipe'],
    });
}
/** Of the page only what the child needs: a page may be more than data. */
function requestOf(number, { id, site, media, bytes, url, contentType }, options) {
    const known = { ...(url !== undefined && { url }), ...(contentType !== undefined && { contentType }) };
    return { type: 'page', number, page: { id, site, media, bytes, ...known }, options };
}
function isOneOf(types, message) {
    return types.includes(message.type);
}
