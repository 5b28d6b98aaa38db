import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { WorkerQueue } from '../../process/worker-queue.ts';
import { ExtractionsReader } from '../../store/extractions.ts';
import { ownModule } from '../../util/own-module.ts';
import { packed } from './packed.ts';
import { pageData } from './page-data.ts';
import type { ExtractedPage } from './page-data.ts';

/** So many pages are read in the time that a thread takes to start. */
const WORTH_A_THREAD = 30;
const MOST_THREADS = 8;
/** The tree of a page fits into it: with the usual 16 MB a sixth of the time goes into moving trees. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };
/** Pages a thread that are read ahead, so that none waits while another is at a long one. */
const AHEAD = 4;

/** Makes a page; undefined where the folder of the run does not hold one of its extractions. */
type Pack = (page: ExtractedPage) => Promise<Uint8Array | undefined>;

/**
 * Makes the pages of a report in threads, for to parse a page takes ten milliseconds, and there may be thousands. Threads take
 * a while to load: start them before anything else.
 */
export class PagePacker {
  readonly #threads: readonly Worker[];

  /** @param pages how many there may be */
  constructor(pages: number) {
    const count = pages < WORTH_A_THREAD ? 0 : Math.min(availableParallelism(), MOST_THREADS);
    const program = ownModule(new URL('./page-thread.ts', import.meta.url));
    this.#threads = Array.from(
      { length: count },
      () => new Worker(program, { execArgv: [], resourceLimits }),
    );
  }

  /**
   * Gives pages in the order of their numbers; a few are read ahead, never all.
   *
   * @param read gives the page of a number; undefined where it is gone, which gives an empty text. A page with an
   * extraction that the folder of the run does not hold gives undefined
   */
  async *pack(
    pages: number,
    read: (page: number) => Promise<ExtractedPage | undefined>,
  ): AsyncGenerator<Uint8Array | undefined> {
    const pack = this.#threads.length === 0 ? await packHere() : packIn(this.#threads);
    const packNumber = async (number: number): Promise<Uint8Array | undefined> => {
      const page = await read(number);
      return page === undefined ? new Uint8Array() : pack(page);
    };
    const waiting: Promise<Uint8Array | undefined>[] = [];
    for (let number = 0; number < pages; number++) {
      const own = packNumber(number);
      // What fails is thrown below, in its turn.
      own.catch(() => undefined);
      waiting.push(own);
      if (waiting.length > AHEAD * this.#threads.length) yield await waiting.shift();
    }
    for (const own of waiting) yield await own;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

async function packHere(): Promise<Pack> {
  const reader = await ExtractionsReader.open();
  return (page) => {
    const data = pageData(page, (stored) => reader.read(stored));
    return Promise.resolve(data && packed(data));
  };
}

function packIn(threads: readonly Worker[]): Pack {
  const queue = new WorkerQueue(threads);
  return (page) =>
    queue.run(async (thread) => {
      thread.postMessage(page);
      // oxlint-disable-next-line no-unsafe-type-assertion -- posted by our own `page-thread.ts`
      const [bytes] = (await once(thread, 'message')) as [Uint8Array | undefined];
      return bytes;
    });
}
