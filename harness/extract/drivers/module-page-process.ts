import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { DEFAULT_START_LIMIT_MS } from '../extractor.ts';
import type { TouchedFiles } from '../touched-files.ts';
import { outcomeOfPage, outcomeOfStart } from './module-outcome.ts';
import type { ModuleProcess } from './module-process.ts';
import type { Attempt, PageProcess } from './process-worker.ts';
import { withMemory } from '../../process/with-memory.ts';

/** The process of a module as a pool works with it. */
export class ModulePageProcess implements PageProcess {
  readonly #process: ModuleProcess;
  readonly #files: TouchedFiles;

  /** @param files is told what the process has to do with. */
  constructor(process: ModuleProcess, files: TouchedFiles) {
    this.#process = process;
    this.#files = files;
  }

  get hasEnded(): boolean {
    return this.#process.hasEnded;
  }

  async start(): Promise<Outcome | undefined> {
    const reply = await this.#process.start(DEFAULT_START_LIMIT_MS);
    if (reply.type !== 'ready') return outcomeOfStart(reply, DEFAULT_START_LIMIT_MS);
    this.#files.add(reply.files);
    return undefined;
  }

  announce(page: Page): void {
    this.#process.announce(page);
  }

  /** A page that ran into its time limit may have inherited that only if it had not even started. */
  async extract(page: Page, limitMs: number): Promise<Attempt> {
    const reply = await this.#process.extract(page, limitMs);
    if (reply.type === 'harness-failed') {
      throw new Error(`the harness failed to read page ${page.id}: ${reply.message}`);
    }
    const outcome = withMemory(outcomeOfPage(reply, limitMs), this.#process.peakMb);
    if (reply.type === 'answered') this.#files.add(reply.files);
    if (reply.type === 'answered') return { outcome, isSpent: false, mayBeInherited: false };
    const mayBeInherited = reply.type === 'ended' || !this.#process.pageHasStarted;
    return { outcome, isSpent: true, mayBeInherited };
  }

  kill(): Promise<void> {
    return this.#process.kill();
  }
}
