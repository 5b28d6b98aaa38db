/** How long a spare process is kept, in milliseconds: sessions follow upon loading soon or not at all. */
const KEPT_MS = 10_000;
/**
 * A process that was started to see what a module is, kept for the first session so that this one need not
 * start another. It does not keep the harness alive, and ends by itself if nobody takes it in time.
 */
export class SpareProcess {
    #process;
    #call;
    #expiry;
    /** @param process loaded for this call, without a page so far. */
    constructor(process, call) {
        process.unref();
        this.#process = process;
        this.#call = call;
        this.#expiry = setTimeout(() => void this.#take()?.kill(), KEPT_MS).unref();
    }
    /**
     * Hands over the process, which is the taker's from then on; undefined if it is taken, or has ended. One with
     * another network or memory than the taker asks for is of no use to it, and ends.
     */
    async takeFor({ allowNetwork, memoryMb }) {
        const process = this.#take();
        if (allowNetwork === this.#call.allowNetwork && memoryMb === this.#call.memoryMb)
            return process;
        await process?.kill();
        return undefined;
    }
    #take() {
        clearTimeout(this.#expiry);
        const process = this.#process;
        this.#process = undefined;
        if (process === undefined || process.hasEnded)
            return undefined;
        process.ref();
        return process;
    }
}
