import { Worker } from 'node:worker_threads';
import { ownModule } from '../../util/own-module.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { Policy } from '../../model/policy.ts';
import type { Metric } from '../../score/metric.ts';
import type { PageSource, ScoredExtraction } from './page-scorer.ts';
import type { ScoredPage, Scorer } from './scorer.ts';

/** What a thread is to score by; it finds the metrics by their names. */
export interface ScoringRules {
  readonly policy: Policy;
  readonly metrics: readonly string[];
}

/** One extraction to score. A thread answers in the order in which it is asked. */
export interface ScoringTask {
  /** The number under which the thread keeps the page; absent: it does not keep it. */
  readonly number?: number;
  /** Absent: the thread has kept it. */
  readonly page?: TaskPage;
  readonly extraction: Extraction | undefined;
}

/** A page as a thread gets it. */
export interface TaskPage {
  readonly gold: Gold;
  readonly page: PageSource;
}

/** The scores with what they come from, or what was thrown. */
export type ScoringAnswer = { readonly scored: ScoredExtraction } | { readonly error: unknown };

/**
 * A scorer with threads of its own, started as there is work for them: scoring a page takes milliseconds, in which
 * the harness would hear no extractor, and extractors would wait for their pages. A page that is kept always goes to the
 * same thread, so that it goes over once; any other page to the thread with the least to do.
 */
export function threadScorer(policy: Policy, metrics: readonly Metric[], threads: number): Scorer {
  const rules: ScoringRules = { policy, metrics: metrics.map(({ name }) => name) };
  const all = Array.from({ length: threads }, () => new ScoringThread(rules));
  const threadOf = new WeakMap<Gold, ScoringThread>();
  return {
    score(page, extraction) {
      const thread = threadOf.get(page.gold) ?? all.toSorted((a, b) => a.waiting - b.waiting)[0]!;
      if (page.isKept) threadOf.set(page.gold, thread);
      return thread.score(page, extraction);
    },
    async close() {
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}

interface Asked {
  readonly resolve: (scored: ScoredExtraction) => void;
  readonly reject: (error: unknown) => void;
}

class ScoringThread {
  readonly #rules: ScoringRules;
  /** Whoever waits for an answer, the first first. */
  readonly #asked: Asked[] = [];
  #worker: Worker | undefined;
  /** The numbers of the pages that the thread keeps, by their gold. */
  #numbers = new WeakMap<Gold, number>();
  #pages = 0;

  constructor(rules: ScoringRules) {
    this.#rules = rules;
  }

  /** How many answers it owes. */
  get waiting(): number {
    return this.#asked.length;
  }

  /** Rejects only where scoring itself is at fault. */
  score({ page, gold, isKept }: ScoredPage, extraction: Extraction | undefined): Promise<ScoredExtraction> {
    const worker = (this.#worker ??= this.#start());
    const task = (): ScoringTask => {
      const known = this.#numbers.get(gold);
      if (known !== undefined) return { number: known, extraction };
      const { bytes, media, contentType } = page;
      const source = { bytes, media, ...(contentType !== undefined && { contentType }) };
      if (!isKept) return { page: { gold, page: source }, extraction };
      this.#numbers.set(gold, this.#pages);
      return { number: this.#pages++, page: { gold, page: source }, extraction };
    };
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      worker.postMessage(task());
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = startThread(this.#rules);
    const fail = (error: Error): void => {
      this.#worker = undefined;
      this.#numbers = new WeakMap();
      for (const asked of this.#asked.splice(0)) asked.reject(error);
    };
    worker.on('message', (answer: ScoringAnswer) => {
      const asked = this.#asked.shift()!;
      if ('scored' in answer) asked.resolve(answer.scored);
      else asked.reject(answer.error);
    });
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`the thread that scores ended with code ${code}`)));
    return worker;
  }
}

function startThread(workerData: ScoringRules): Worker {
  const program = ownModule(new URL('./score-thread.ts', import.meta.url));
  return new Worker(program, { workerData, execArgv: [] });
}
