import { parentPort, workerData } from 'node:worker_threads';
import { selectMetrics } from "../../score/metrics/register.js";
import { scoreMetrics } from "../../score/score-metrics.js";
/** The program of a thread that scores: page after page, as `thread-scorer.ts` hands them over. */
// oxlint-disable-next-line no-unsafe-type-assertion -- handed over by our own `startThread`
const { policy, metrics: names } = workerData;
const metrics = selectMetrics(names);
parentPort.on('message', ({ gold, extraction }) => {
    parentPort.postMessage(scoreMetrics(gold, extraction, policy, metrics));
});
