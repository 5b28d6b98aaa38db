/**
 * Gives work to whichever worker is free, first come first served. The worker that became free last goes
 * first, and those that never had work go last, so that no more get going than there is work for.
 */
export class WorkerQueue {
    #idle;
    /** Longest at its work first. */
    #busy = new Set();
    /** Work that has been announced to a worker, which does it next. */
    #announced = new Map();
    #waiting = [];
    constructor(workers) {
        this.#idle = workers.toReversed();
    }
    /**
     * Resolves or rejects as the work does; the worker is free again either way.
     *
     * @param announce called with the worker that will do it, where none is free and one has nothing yet to do next
     */
    async run(work, announce) {
        const worker = this.#idle.pop() ?? (await this.#turn(announce));
        this.#busy.add(worker);
        try {
            return await work(worker);
        }
        finally {
            this.#free(worker);
        }
    }
    #turn(announce) {
        const worker = announce && [...this.#busy].find((each) => !this.#announced.has(each));
        return new Promise((begin) => {
            if (worker === undefined) {
                this.#waiting.push(begin);
                return;
            }
            this.#announced.set(worker, begin);
            announce?.(worker);
        });
    }
    #free(worker) {
        this.#busy.delete(worker);
        const next = this.#announced.get(worker) ?? this.#waiting.shift();
        this.#announced.delete(worker);
        if (next === undefined)
            this.#idle.push(worker);
        else
            next(worker);
    }
}
