import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
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
/** Pages a thread that are read ahead, so that none waits while another is at a long one, or whoever reads is busy. */
const AHEAD = 8;

/** A page as it stands in the file; undefined where the folder of the run does not hold one of its extractions. */
type PackedPage = Uint8Array | undefined;

/**
 * Makes the pages of a report in threads, for to parse a page takes ten milliseconds, and there may be thousands. Threads take
 * a while to load: start them before anything else.
 */
export class PagePacker {
  readonly #threads: readonly PackingThread[];

  /** @param pages how many there may be */
  constructor(pages: number) {
    const count = pages < WORTH_A_THREAD ? 0 : Math.min(availableParallelism(), MOST_THREADS);
    this.#threads = Array.from({ length: count }, () => new PackingThread());
  }

  /**
   * Gives pages in the order of their numbers; a few are read ahead, never all. Resolves when the first are with the threads.
   *
   * @param read gives the page of a number; undefined where it is gone, which gives an empty text. A page with an
   * extraction that the folder of the run does not hold gives undefined
   */
  async pack(
    pages: number,
    read: (page: number) => Promise<ExtractedPage | undefined>,
  ): Promise<AsyncGenerator<PackedPage>> {
    const pack = this.#threads.length === 0 ? await packHere() : (page: ExtractedPage) => this.#pack(page);
    const begin = (number: number): Begun => {
      const reading = read(number);
      const packing = reading.then((page) => (page === undefined ? new Uint8Array() : pack(page)));
      // What fails is thrown in its turn.
      packing.catch(() => undefined);
      return { reading, packing };
    };
    const ahead = Math.min(pages, AHEAD * Math.max(1, this.#threads.length));
    const first = Array.from({ length: ahead }, (_, number) => begin(number));
    await Promise.all(first.map(({ reading }) => reading));
    return inTurn(first, pages, begin);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #pack(page: ExtractedPage): Promise<PackedPage> {
    const [idlest] = this.#threads.toSorted((a, b) => a.waiting - b.waiting);
    return idlest!.pack(page);
  }
}

/** A page on its way. */
interface Begun {
  readonly reading: Promise<ExtractedPage | undefined>;
  readonly packing: Promise<PackedPage>;
}

async function* inTurn(
  begun: readonly Begun[],
  pages: number,
  begin: (number: number) => Begun,
): AsyncGenerator<PackedPage> {
  const waiting = begun.map(({ packing }) => packing);
  for (let next = begun.length; next < pages; next++) {
    yield await waiting.shift();
    waiting.push(begin(next).packing);
  }
  for (const packing of waiting) yield await packing;
}

async function packHere(): Promise<(page: ExtractedPage) => PackedPage> {
  const reader = await ExtractionsReader.open();
  return (page) => {
    const data = pageData(page, (stored) => reader.read(stored));
    return data && packed(data);
  };
}

/** A thread that makes pages, in the order in which it gets them. */
class PackingThread {
  readonly #worker = new Worker(ownModule(new URL('./page-thread.ts', import.meta.url)), {
    execArgv: [],
    resourceLimits,
  });
  #asked: { readonly resolve: (page: PackedPage) => void; readonly reject: (error: unknown) => void }[] = [];
  #error: unknown;

  constructor() {
    this.#worker.on('message', (page: PackedPage) => this.#asked.shift()!.resolve(page));
    this.#worker.on('error', (error) => {
      this.#error = error;
      for (const { reject } of this.#asked.splice(0)) reject(error);
    });
  }

  /** How many pages it owes. */
  get waiting(): number {
    return this.#asked.length;
  }

  pack(page: ExtractedPage): Promise<PackedPage> {
    return new Promise((resolve, reject) => {
      if (this.#error !== undefined) return reject(this.#error);
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(page);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
