import { Worker } from 'node:worker_threads';
import { WorkerQueue } from "../../process/worker-queue.js";
import { isBuiltModule, ownModule } from "../../util/own-module.js";
/**
 * A scorer with threads of its own, started as there is work for them: scoring a page takes milliseconds, in which
 * the harness would hear no extractor, and extractors would wait for their pages.
 */
export function threadScorer(policy, metrics, threads) {
    const rules = { policy, metrics: metrics.map(({ name }) => name) };
    const all = Array.from({ length: threads }, () => new ScoringThread(rules));
    const queue = new WorkerQueue(all);
    return {
        score: (gold, extraction) => queue.run((thread) => thread.score({ gold, extraction })),
        async close() {
            await Promise.all(all.map((thread) => thread.close()));
        },
    };
}
class ScoringThread {
    #rules;
    #worker;
    constructor(rules) {
        this.#rules = rules;
    }
    /** Not to be called again before it has resolved. It rejects only where scoring itself is at fault. */
    score(task) {
        const worker = (this.#worker ??= startThread(this.#rules));
        return new Promise((resolve, reject) => {
            const end = (settle) => {
                worker.off('message', answer).off('error', fail).off('exit', leave);
                settle();
            };
            const answer = (scores) => end(() => resolve(scores));
            const fail = (error) => {
                this.#worker = undefined;
                end(() => reject(error));
            };
            const leave = (code) => fail(new Error(`the thread that scores ended with code ${code}`));
            worker.on('message', answer).on('error', fail).on('exit', leave);
            worker.postMessage(task);
        });
    }
    async close() {
        await this.#worker?.terminate();
    }
}
function startThread(workerData) {
    const program = ownModule(new URL('./score-thread.ts', import.meta.url));
    if (isBuiltModule(program.href))
        return new Worker(program, { workerData, execArgv: [] });
    // Threads take no loader from the thread that starts them, nor from `--import`.
    const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
    const code = `import { register } from ${loader}; register(); await import(${JSON.stringify(program.href)});`;
    return new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
        workerData,
        execArgv: [],
    });
}
