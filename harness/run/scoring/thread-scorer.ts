import { Worker } from 'node:worker_threads';
import { WorkerQueue } from '../../process/worker-queue.ts';
import { ownModule } from '../../util/own-module.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { Policy } from '../../model/policy.ts';
import type { MetricScores } from '../../model/score.ts';
import type { Metric } from '../../score/metric.ts';
import type { Scorer } from './scorer.ts';

/** What a thread is to score by; it finds the metrics by their names. */
export interface ScoringRules {
  readonly policy: Policy;
  readonly metrics: readonly string[];
}

/** What is said to a thread: one page. It answers with its `MetricScores` before it gets the next. */
export interface ScoringTask {
  readonly gold: Gold;
  readonly extraction: Extraction | undefined;
}

/**
 * A scorer with threads of its own, started as there is work for them: scoring a page takes milliseconds, in which
 * the harness would hear no extractor, and extractors would wait for their pages.
 */
export function threadScorer(policy: Policy, metrics: readonly Metric[], threads: number): Scorer {
  const rules: ScoringRules = { policy, metrics: metrics.map(({ name }) => name) };
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
  readonly #rules: ScoringRules;
  #worker: Worker | undefined;

  constructor(rules: ScoringRules) {
    this.#rules = rules;
  }

  /** Not to be called again before it has resolved. It rejects only where scoring itself is at fault. */
  score(task: ScoringTask): Promise<MetricScores> {
    const worker = (this.#worker ??= startThread(this.#rules));
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        worker.off('message', answer).off('error', fail).off('exit', leave);
        settle();
      };
      const answer = (scores: MetricScores): void => end(() => resolve(scores));
      const fail = (error: Error): void => {
        this.#worker = undefined;
        end(() => reject(error));
      };
      const leave = (code: number): void => fail(new Error(`the thread that scores ended with code ${code}`));
      worker.on('message', answer).on('error', fail).on('exit', leave);
      worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }
}

function startThread(workerData: ScoringRules): Worker {
  const program = ownModule(new URL('./score-thread.ts', import.meta.url));
  return new Worker(program, { workerData, execArgv: [] });
}
