import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ownModule } from '../../util/own-module.ts';
import { packed } from './packed.ts';
import { pageData } from './page-data.ts';
import type { ExtractedPage } from './page-data.ts';

/** So many texts are explained in the time that a thread takes to start. */
const WORTH_A_THREAD = 60;
const MOST_THREADS = 8;

/**
 * Makes the pages of a report in threads, for to explain a text takes milliseconds, and there are thousands. Gives them
 * in the order of their numbers; a few are read ahead, never all.
 *
 * @param texts how many there are on all pages
 * @param read gives the page of a number; undefined where it is gone, which gives an empty text
 */
export async function* packPages(
  pages: number,
  texts: number,
  read: (page: number) => Promise<ExtractedPage | undefined>,
): AsyncGenerator<string> {
  const count = texts < WORTH_A_THREAD ? 0 : Math.min(availableParallelism(), MOST_THREADS, pages);
  const program = ownModule(new URL('./page-thread.ts', import.meta.url));
  const threads = Array.from({ length: count }, () => new Worker(program, { execArgv: [] }));
  try {
    const pack = async (number: number, thread: Worker | undefined): Promise<string> => {
      const page = await read(number);
      if (page === undefined) return '';
      if (thread === undefined) return packed(pageData(page));
      thread.postMessage(page);
      // oxlint-disable-next-line no-unsafe-type-assertion -- posted by our own `page-thread.ts`
      const [text] = (await once(thread, 'message')) as [string];
      return text;
    };
    const lanes = Math.max(1, count);
    const waiting: Promise<string>[] = [];
    for (let page = 0; page < pages; page++) {
      const before = waiting[page - lanes];
      const own = (before ?? Promise.resolve('')).then(() => pack(page, threads[page % lanes]));
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
async function take(waiting: Promise<string>[], page: number): Promise<string> {
  const text = await waiting[page]!;
  waiting[page] = Promise.resolve('');
  return text;
}
