import { WorkerQueue } from './worker-queue.ts';

/** What came of a task that was handed to a process. */
export interface Attempt<Result> {
  readonly result: Result;
  /** The process is dead or of no more use. */
  readonly isSpent: boolean;
  /** The failure may come from tasks that the same process had before. */
  readonly mayBeInherited: boolean;
}

/** A process that takes one task after the other. */
export interface TaskProcess<Task, Result> {
  /** Whether it is gone already, so that no task is to be handed to it. */
  readonly hasEnded: boolean;
  /** Waits until it takes tasks; called once, before the first. Returns the result of that task where it never will. */
  start(): Promise<Result | undefined>;
  /** Takes the task that comes after the one in work, so that it need not wait for it then. */
  announce?(task: Task): void;
  /** Hands over a task and waits for its result. `limitMs` begins with the hand-over, or here. */
  run(task: Task, limitMs: number): Promise<Attempt<Result>>;
  /** Kills it and all that it started; resolves when it is gone. */
  kill(): Promise<void>;
}

/** How a pool works. */
export interface PoolOptions<Task, Result> {
  /** Most processes at a time, at least 1. */
  readonly size: number;
  /** Time limit of a task in milliseconds. */
  readonly limitMs: number;
  /** Starts a process. */
  readonly create: () => TaskProcess<Task, Result>;
  /** A process that takes tasks already and had none: the first to be used. */
  readonly ready?: TaskProcess<Task, Result> | undefined;
}

/**
 * How long tasks wait, in milliseconds, before a further process is started for them: that takes longer than many tasks,
 * so that a few short ones are done by one process before a second one would be there.
 */
const GROW_AFTER_MS = 250;

/**
 * Processes that tasks are handed to, first come first served. The first one is started with the first task, further ones
 * while tasks wait. Each takes task after task, and is replaced when a task has cost it its life.
 */
export class ProcessPool<Task, Result> {
  readonly #options: PoolOptions<Task, Result>;
  readonly #places: Place<Task, Result>[];
  readonly #queue: WorkerQueue<Place<Task, Result>>;
  #growth: NodeJS.Timeout | undefined;
  /** It has as many places as it may have, or the system has no more processes. */
  #isFull: boolean;

  constructor(options: PoolOptions<Task, Result>) {
    this.#options = options;
    this.#places = [this.#newPlace(options.ready)];
    this.#queue = new WorkerQueue(this.#places);
    this.#isFull = options.size === 1;
  }

  /** Rejects where the system starts no process, or the pool is closed before the task is done. */
  run(task: Task): Promise<Result> {
    // A task that a process has been told of waits for that one, even if another is there sooner.
    const announce = this.#isFull ? (place: Place<Task, Result>) => place.announce(task) : undefined;
    const result = this.#queue.run((place) => place.run(task), announce);
    if (!this.#isFull && this.#queue.waiting > 0)
      this.#growth ??= setTimeout(() => this.#grow(), GROW_AFTER_MS);
    return result;
  }

  /** Ends all processes; resolves when they are gone. */
  async close(): Promise<void> {
    this.#isFull = true;
    clearTimeout(this.#growth);
    await Promise.all(this.#places.map((place) => place.close()));
  }

  /** Starts a process for each task that is still waiting, as far as there may be more. */
  #grow(): void {
    this.#growth = undefined;
    const wanted = Math.min(this.#queue.waiting, this.#options.size - this.#places.length);
    for (let count = 0; count < wanted; count++) void this.#addPlace();
    this.#isFull ||= this.#places.length === this.#options.size;
  }

  async #addPlace(): Promise<void> {
    const place = this.#newPlace(undefined);
    this.#places.push(place);
    // One that cannot be had is done without: the others do its work.
    if (await place.start()) this.#queue.add(place);
    else this.#isFull = true;
  }

  #newPlace(ready: TaskProcess<Task, Result> | undefined): Place<Task, Result> {
    return new Place(this.#options.create, this.#options.limitMs, ready);
  }
}

/** A place in a pool, for one process at a time. */
class Place<Task, Result> {
  readonly #create: () => TaskProcess<Task, Result>;
  readonly #limitMs: number;
  #process: TaskProcess<Task, Result> | undefined;
  #hasServed = false;
  #isAtWork = false;
  #isClosed = false;

  constructor(
    create: () => TaskProcess<Task, Result>,
    limitMs: number,
    ready: TaskProcess<Task, Result> | undefined,
  ) {
    this.#create = create;
    this.#limitMs = limitMs;
    this.#process = ready;
  }

  /**
   * A process can die of what an earlier task left behind: a timer, a full heap. A task that dies in a used process is
   * therefore tried once more in a new one, and only what happens there is its own. So failures do not depend on the
   * order of tasks.
   */
  async run(task: Task): Promise<Result> {
    const wasUsed = this.#hasServed;
    const first = await this.#attempt(task);
    if (!wasUsed || !first.mayBeInherited) return first.result;
    return (await this.#attempt(task)).result;
  }

  /** Starts its process ahead of the first task; says whether it takes tasks. */
  async start(): Promise<boolean> {
    return this.#start().then(
      (started) => 'process' in started,
      () => false,
    );
  }

  /** The task that comes next. Nothing happens unless the process is at work on one. */
  announce(task: Task): void {
    if (this.#isAtWork) this.#process?.announce?.(task);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#process?.kill();
  }

  async #attempt(task: Task): Promise<Attempt<Result>> {
    this.#refuseIfClosed();
    if (this.#process?.hasEnded === true) await this.#drop(this.#process);
    const started = this.#process === undefined ? await this.#start() : { process: this.#process };
    if ('failure' in started) return { result: started.failure, isSpent: true, mayBeInherited: false };
    this.#isAtWork = true;
    const attempt = await started.process.run(task, this.#limitMs).finally(() => (this.#isAtWork = false));
    this.#refuseIfClosed();
    this.#hasServed = true;
    if (attempt.isSpent) await this.#drop(started.process);
    return attempt;
  }

  /** A process that takes tasks, or the result of the task for which none could be had. */
  async #start(): Promise<{ readonly process: TaskProcess<Task, Result> } | { readonly failure: Result }> {
    const process = this.#create();
    this.#process = process;
    const failure = await process.start();
    this.#refuseIfClosed();
    if (failure === undefined) return { process };
    await this.#drop(process);
    return { failure };
  }

  async #drop(process: TaskProcess<Task, Result>): Promise<void> {
    await process.kill();
    this.#process = undefined;
    this.#hasServed = false;
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw new Error('the pool was closed before the task was done');
  }
}
