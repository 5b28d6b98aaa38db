import { skipReason } from "../input-reader.js";
import { WorkerQueue } from "../../process/worker-queue.js";
/**
 * A session of workers with a process each, for an extractor that accepts `accepts`.
 *
 * @param files what the processes tell of the files that they have to do with, where they do
 */
export function poolSession(pool, accepts, files) {
    const queue = new WorkerQueue(pool);
    return {
        ...(files !== undefined && { files }),
        async extract(page) {
            const reason = skipReason(page, accepts);
            if (reason !== undefined)
                return { status: 'skipped', reason };
            return queue.run((worker) => worker.extract(page), (worker) => worker.announce(page));
        },
        async close() {
            await Promise.all(pool.map((worker) => worker.close()));
        },
    };
}
