import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { sessionClosed } from './session-closed.ts';

/** What came of handing a page to a process. */
export interface Attempt {
  readonly outcome: Outcome;
  /** The process is dead or of no more use. */
  readonly isSpent: boolean;
  /** The failure may be the work of pages that the same process had before. */
  readonly mayBeInherited: boolean;
}

/** A process that takes one page after the other. */
export interface PageProcess {
  /** Whether it is gone already, so that no page is to be handed to it. */
  readonly hasEnded: boolean;
  /** Waits until it takes pages; called once, before the first. Gives the page's outcome where it never will. */
  start(): Promise<Outcome | undefined>;
  /** Takes the page that comes after the one in work, so that it need not wait for it then. */
  announce?(page: Page): void;
  /** Hands over a page and waits for what becomes of it. `limitMs` begins with the hand-over, or here. */
  extract(page: Page, limitMs: number): Promise<Attempt>;
  /** Kills it and all that it started; resolves when it is gone. */
  kill(): Promise<void>;
}

/**
 * One place in a pool: at most one process at a time, started with the first page, used for page after page,
 * replaced when a page has cost it its life.
 */
export class ProcessWorker {
  readonly #create: () => PageProcess;
  readonly #timeoutMs: number;
  #process: PageProcess | undefined;
  #hasServed = false;
  #isAtWork = false;
  #isClosed = false;

  /** @param process one that takes pages already and had none, to begin with. */
  constructor(create: () => PageProcess, timeoutMs: number, process?: PageProcess) {
    this.#create = create;
    this.#timeoutMs = timeoutMs;
    this.#process = process;
  }

  /**
   * What became of the page. A process can die of what an earlier page left behind: a timer, a full heap.
   * A page that dies in a used process is therefore tried once more in a new one, and only what happens
   * there is its own. So failures do not depend on the order of pages.
   */
  async extract(page: Page): Promise<Outcome> {
    const wasUsed = this.#hasServed;
    const first = await this.#attempt(page);
    if (!wasUsed || !first.mayBeInherited) return first.outcome;
    return (await this.#attempt(page)).outcome;
  }

  /** The page that comes next. Nothing happens unless the process is at work on one. */
  announce(page: Page): void {
    if (this.#isAtWork) this.#process?.announce?.(page);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#process?.kill();
  }

  async #attempt(page: Page): Promise<Attempt> {
    this.#refuseIfClosed();
    if (this.#process?.hasEnded === true) await this.#drop(this.#process);
    const started = this.#process ?? (await this.#start());
    if ('status' in started) return { outcome: started, isSpent: true, mayBeInherited: false };
    this.#isAtWork = true;
    const attempt = await started.extract(page, this.#timeoutMs).finally(() => (this.#isAtWork = false));
    this.#refuseIfClosed();
    this.#hasServed = true;
    if (attempt.isSpent) await this.#drop(started);
    return attempt;
  }

  /** A process that takes pages, or the outcome of the page for which none could be had. */
  async #start(): Promise<PageProcess | Outcome> {
    const child = this.#create();
    this.#process = child;
    const failure = await child.start();
    this.#refuseIfClosed();
    if (failure === undefined) return child;
    await this.#drop(child);
    return failure;
  }

  async #drop(child: PageProcess): Promise<void> {
    await child.kill();
    this.#process = undefined;
    this.#hasServed = false;
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw sessionClosed();
  }
}
