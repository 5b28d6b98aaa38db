/** What begins a piece of work that waits for a worker. */
type Begin<W> = (worker: W) => void;

/**
 * Gives work to whichever worker is free, first come first served. The worker that became free last goes
 * first, and those that never had work go last, so that no more get going than there is work for.
 */
export class WorkerQueue<W> {
  readonly #idle: W[];
  /** Longest at its work first. */
  readonly #busy = new Set<W>();
  /** Work that has been announced to a worker, which does it next. */
  readonly #announced = new Map<W, Begin<W>>();
  readonly #waiting: Begin<W>[] = [];

  constructor(workers: readonly W[]) {
    this.#idle = workers.toReversed();
  }

  /** How much work waits for a worker. */
  get waiting(): number {
    return this.#announced.size + this.#waiting.length;
  }

  /** One more worker. */
  add(worker: W): void {
    this.#free(worker);
  }

  /**
   * Resolves or rejects as the work does; the worker is free again either way.
   *
   * @param announce called with the worker that will do it, where none is free and one has nothing yet to do next
   */
  async run<T>(work: (worker: W) => Promise<T>, announce?: (worker: W) => void): Promise<T> {
    const worker = this.#idle.pop() ?? (await this.#turn(announce));
    this.#busy.add(worker);
    try {
      return await work(worker);
    } finally {
      this.#free(worker);
    }
  }

  #turn(announce: ((worker: W) => void) | undefined): Promise<W> {
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

  #free(worker: W): void {
    this.#busy.delete(worker);
    const next = this.#announced.get(worker) ?? this.#waiting.shift();
    this.#announced.delete(worker);
    if (next === undefined) this.#idle.push(worker);
    else next(worker);
  }
}
