/**
 * Gives work to whichever worker is free, first come first served. The worker that became free last goes
 * first, and those that never had work go last, so that no more get going than there is work for.
 */
export class WorkerQueue<W> {
  readonly #idle: W[];
  readonly #waiting: ((worker: W) => void)[] = [];

  constructor(workers: readonly W[]) {
    this.#idle = workers.toReversed();
  }

  /** Resolves or rejects as the work does; the worker is free again either way. */
  async run<T>(work: (worker: W) => Promise<T>): Promise<T> {
    const worker = this.#idle.pop() ?? (await this.#nextFree());
    try {
      return await work(worker);
    } finally {
      this.#free(worker);
    }
  }

  #nextFree(): Promise<W> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #free(worker: W): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(worker);
    else next(worker);
  }
}
