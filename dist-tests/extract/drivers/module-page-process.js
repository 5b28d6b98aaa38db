import { DEFAULT_START_LIMIT_MS } from "../extractor.js";
import { outcomeOfPage, outcomeOfStart } from "./module-outcome.js";
import { withMemory } from "../../process/with-memory.js";
/** The process of a module as a pool works with it. */
export class ModulePageProcess {
    #process;
    #files;
    /** @param files is told what the process has to do with. */
    constructor(process, files) {
        this.#process = process;
        this.#files = files;
    }
    get hasEnded() {
        return this.#process.hasEnded;
    }
    async start() {
        const reply = await this.#process.start(DEFAULT_START_LIMIT_MS);
        if (reply.type !== 'ready')
            return outcomeOfStart(reply, DEFAULT_START_LIMIT_MS);
        this.#files.add(reply.files);
        return undefined;
    }
    announce(page) {
        this.#process.announce(page);
    }
    /** A page that ran into its time limit may have inherited that only if it had not even started. */
    async extract(page, limitMs) {
        const reply = await this.#process.extract(page, limitMs);
        if (reply.type === 'harness-failed') {
            throw new Error(`the harness failed to read page ${page.id}: ${reply.message}`);
        }
        const outcome = withMemory(outcomeOfPage(reply, limitMs), this.#process.peakMb);
        if (reply.type === 'answered')
            this.#files.add(reply.files);
        if (reply.type === 'answered')
            return { outcome, isSpent: false, mayBeInherited: false };
        const mayBeInherited = reply.type === 'ended' || !this.#process.pageHasStarted;
        return { outcome, isSpent: true, mayBeInherited };
    }
    kill() {
        return this.#process.kill();
    }
}
