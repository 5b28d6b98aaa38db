import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { outcomeOfPage, outcomeOfStart } from './module-outcome.ts';
import { ModuleProcess } from './module-process.ts';
import type { ModuleCall } from './module-process.ts';

/** How long a module may take to load, in milliseconds: far beyond what any needs on a busy machine. */
export const START_LIMIT_MS = 30_000;

/** One try at a page. */
interface Attempt {
  readonly outcome: Outcome;
  /** The failure may be the work of pages that the same process had before. */
  readonly mayBeInherited: boolean;
}

/**
 * One place in the pool: at most one process at a time, started with the first page, used for page after
 * page, replaced when a page has cost it its life.
 */
export class ModuleWorker {
  readonly #module: ModuleCall;
  readonly #timeoutMs: number;
  #process: ModuleProcess | undefined;
  #hasServed = false;
  #isClosed = false;

  /** @param process one that has loaded the module and had no page, to begin with. */
  constructor(module: ModuleCall, timeoutMs: number, process?: ModuleProcess) {
    this.#module = module;
    this.#timeoutMs = timeoutMs;
    this.#process = process;
  }

  /**
   * What became of the page. A process can die of what an earlier page left behind: a timer, a full heap.
   * A page that dies in a used process is therefore tried once more in a new one, and only what happens
   * there is its own. So failures do not depend on the order of pages. A page that ran into its time limit
   * is tried again only if it had not even started.
   */
  async extract(page: Page): Promise<Outcome> {
    const first = await this.#attempt(page);
    if (!first.mayBeInherited) return first.outcome;
    return (await this.#attempt(page)).outcome;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#process?.kill();
  }

  async #attempt(page: Page): Promise<Attempt> {
    const child = this.#process ?? (await this.#start());
    if (!(child instanceof ModuleProcess)) return { outcome: child, mayBeInherited: false };
    const reply = await child.extract(page, this.#timeoutMs);
    this.#refuseIfClosed();
    if (reply.type === 'harness-failed') {
      throw new Error(`the harness failed to read page ${page.id}: ${reply.message}`);
    }
    const outcome = outcomeOfPage(reply, this.#timeoutMs);
    if (reply.type === 'answered') {
      this.#hasServed = true;
      return { outcome, mayBeInherited: false };
    }
    const mayBeInherited = this.#hasServed && (reply.type === 'ended' || !child.pageHasStarted);
    await this.#drop(child);
    return { outcome, mayBeInherited };
  }

  /** A process that takes pages, or the outcome of the page for which none could be had. */
  async #start(): Promise<ModuleProcess | Outcome> {
    this.#refuseIfClosed();
    this.#hasServed = false;
    const child = new ModuleProcess(this.#module);
    this.#process = child;
    const reply = await child.start(START_LIMIT_MS);
    this.#refuseIfClosed();
    if (reply.type === 'ready') return child;
    await this.#drop(child);
    return outcomeOfStart(reply, START_LIMIT_MS);
  }

  async #drop(child: ModuleProcess): Promise<void> {
    await child.kill();
    this.#process = undefined;
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw new Error('the session was closed before the page was done');
  }
}
