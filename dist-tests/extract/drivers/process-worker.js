import { sessionClosed } from "./session-closed.js";
/**
 * One place in a pool: at most one process at a time, started with the first page, used for page after page,
 * replaced when a page has cost it its life.
 */
export class ProcessWorker {
    #create;
    #timeoutMs;
    #process;
    #hasServed = false;
    #isAtWork = false;
    #isClosed = false;
    /** @param process one that takes pages already and had none, to begin with. */
    constructor(create, timeoutMs, process) {
        this.#create = create;
        this.#timeoutMs = timeoutMs;
        this.#process = process;
    }
    /**
     * What became of the page. A process can die of what an earlier page left behind: a timer, a full heap.
     * A page that dies in a used process is therefore tried once more in a new one, and only what happens
     * there is its own. So failures do not depend on the order of pages.
     */
    async extract(page) {
        const wasUsed = this.#hasServed;
        const first = await this.#attempt(page);
        if (!wasUsed || !first.mayBeInherited)
            return first.outcome;
        return (await this.#attempt(page)).outcome;
    }
    /** The page that comes next. Nothing happens unless the process is at work on one. */
    announce(page) {
        if (this.#isAtWork)
            this.#process?.announce?.(page);
    }
    async close() {
        this.#isClosed = true;
        await this.#process?.kill();
    }
    async #attempt(page) {
        this.#refuseIfClosed();
        if (this.#process?.hasEnded === true)
            await this.#drop(this.#process);
        const started = this.#process ?? (await this.#start());
        if ('status' in started)
            return { outcome: started, isSpent: true, mayBeInherited: false };
        this.#isAtWork = true;
        const attempt = await started.extract(page, this.#timeoutMs).finally(() => (this.#isAtWork = false));
        this.#refuseIfClosed();
        this.#hasServed = true;
        if (attempt.isSpent)
            await this.#drop(started);
        return attempt;
    }
    /** A process that takes pages, or the outcome of the page for which none could be had. */
    async #start() {
        const child = this.#create();
        this.#process = child;
        const failure = await child.start();
        this.#refuseIfClosed();
        if (failure === undefined)
            return child;
        await this.#drop(child);
        return failure;
    }
    async #drop(child) {
        await child.kill();
        this.#process = undefined;
        this.#hasServed = false;
    }
    #refuseIfClosed() {
        if (this.#isClosed)
            throw sessionClosed();
    }
}
