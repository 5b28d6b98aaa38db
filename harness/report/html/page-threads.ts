import { once } from 'node:events';
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

/**
 * Makes the pages of a report in threads, for to parse a page takes ten milliseconds, and there may be thousands. Gives
 * them in the order of their numbers; a few are read ahead, never all.
 *
 * @param read gives the page of a number; undefined where it is gone, which gives an empty text. A page with an extraction
 * that the folder of the run does not hold gives undefined
 */
export async function* packPages(
  pages: number,
  read: (page: number) => Promise<ExtractedPage | undefined>,
): AsyncGenerator<string | undefined> {
  const reader = await ExtractionsReader.open();
  const count = pages < WORTH_A_THREAD ? 0 : Math.min(availableParallelism(), MOST_THREADS);
  const program = ownModule(new URL('./page-thread.ts', import.meta.url));
  const threads = Array.from({ length: count }, () => new Worker(program, { execArgv: [], resourceLimits }));
  const pack = async (
    page: ExtractedPage | undefined,
    thread: Worker | undefined,
  ): Promise<string | undefined> => {
    if (page === undefined) return '';
    if (thread === undefined) {
      const data = pageData(page, (stored) => reader.read(stored));
      return data && packed(data);
    }
    thread.postMessage(page);
    // oxlint-disable-next-line no-unsafe-type-assertion -- posted by our own `page-thread.ts`
    const [text] = (await once(thread, 'message')) as [string | undefined];
    return text;
  };
  try {
    const lanes = Math.max(1, count);
    const waiting: Promise<string | undefined>[] = [];
    for (let page = 0; page < pages; page++) {
      const before = waiting[page - lanes];
      // It is read while the thread is still at the one before.
      const content = read(page);
      const own = Promise.all([content, before]).then(([ready]) => pack(ready, threads[page % lanes]));
      // What fails is thrown below, in its turn.
      own.catch(() => undefined);
      waiting[page] = own;
      if (page >= lanes) yield await take(waiting, page - lanes);
    }
    for (let page = Math.max(0, pages - lanes); page < pages; page++) yield await take(waiting, page);
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** A page that was written is not kept. */
async function take(waiting: Promise<string | undefined>[], page: number): Promise<string | undefined> {
  const text = await waiting[page]!;
  waiting[page] = Promise.resolve('');
  return text;
}
