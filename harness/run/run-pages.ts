import type { Cache } from '../extract/cache/cache.ts';
import type { Extractor, ExtractorSession } from '../extract/extractor.ts';
import type { TouchedFiles } from '../process/touched-files.ts';
import type { Outcome } from '../model/extraction.ts';
import type { PageReference } from '../model/page.ts';
import type { CorpusPlan } from './plan.ts';
import type { PreparedPage, PreparedPages } from './scoring/prepared-pages.ts';

/** A page that has been through an extractor. */
export interface PageOutcome {
  readonly extractor: Extractor;
  readonly labelled: PreparedPage;
  /** One for each time that it went through. */
  readonly outcomes: readonly [Outcome, ...Outcome[]];
  /** What the extractor's processes had to do with up to now, where that is known. */
  readonly files?: TouchedFiles;
}

/** How pages are put through an extractor. */
export interface RunLimits {
  readonly workers: number;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** How often a page goes through, each time in processes of its own; absent: once. */
  readonly repeat?: number;
  /** Where answers of earlier runs are; not asked for pages that go through more than once. */
  readonly cache?: Cache | undefined;
  /** Aborted: no further page is begun. */
  readonly signal?: AbortSignal | undefined;
  /** Whether a page is not to go through an extractor; absent: every page goes through each. */
  readonly isDone?: (extractor: Extractor, page: PageReference) => boolean;
}

/**
 * Puts the pages of a corpus through extractors, as many at a time as there are workers, and hands each to
 * `done` as it finishes, in no particular order. Pages stream: beside what `prepared` keeps no more than four a worker are
 * held, and one that is read ahead, so that no worker waits for the disk. Each worker has the page that comes next on
 * hand; and while `done` works on a page, its worker is already busy with another. Where there are several extractors, a
 * page goes through all of them before the next one comes: so it is read once, and nothing of it has to be kept.
 */
export async function runPages(
  extractors: readonly Extractor[],
  { corpus, pages }: CorpusPlan,
  prepared: PreparedPages,
  { isDone = () => false, ...limits }: RunLimits,
  done: (page: PageOutcome) => Promise<void>,
): Promise<void> {
  const left = pages.filter((page) => extractors.some((extractor) => !isDone(extractor, page)));
  if (left.length === 0) return;
  const sessions = await Promise.all(
    extractors.map((extractor) => openSessions(extractor, { ...limits, corpus: corpus.name })),
  );
  const read = readAhead(left, async (page) => ({
    labelled: await prepared.read(corpus, page),
    sessions: sessions.filter(({ extractor }) => !isDone(extractor, page)),
  }));
  let isOver = false;
  const next = (): Promise<readonly PageOutcome[]> | undefined => {
    const reading = isOver || limits.signal?.aborted === true ? undefined : read();
    return reading && extractPage(reading);
  };
  const loops = Array.from({ length: PAGES_PER_WORKER * limits.workers }, () => pageAfterPage(next, done));
  try {
    await Promise.all(loops);
  } finally {
    // Where one loop has failed the others are still at work: what `done` works with has to last as long as they do.
    isOver = true;
    await Promise.all(sessions.flatMap(({ all }) => all.map((session) => session.close())));
    await Promise.allSettled(loops);
  }
}

/** Gives one page after the other, each while the next is already being read; at the end undefined. */
function readAhead(
  references: readonly PageReference[],
  read: (reference: PageReference) => Promise<ReadPage>,
): () => Promise<ReadPage> | undefined {
  const waiting = references.values();
  const begin = (): Promise<ReadPage> | undefined => {
    const reference = waiting.next();
    const reading = reference.done ? undefined : read(reference.value);
    // Whoever takes the page hears of an error, if anybody does.
    reading?.catch(() => undefined);
    return reading;
  };
  let ahead = begin();
  return () => {
    const current = ahead;
    ahead = begin();
    return current;
  };
}

async function openSessions(
  extractor: Extractor,
  { cache, repeat = 1, ...options }: RunLimits & { readonly corpus: string },
): Promise<Sessions> {
  const open = (): Promise<ExtractorSession> =>
    cache === undefined || repeat > 1 ? extractor.open(options) : cache.open(extractor, options);
  return { extractor, all: await Promise.all([open(), ...Array.from({ length: repeat - 1 }, open)]) };
}

/** Pages under way for each worker: the one that it works on, and the next. */
const PAGES_PER_WORKER = 2;

/** Extractions of a page that are worked on at the same time. */
const DONE_AT_ONCE = 8;

async function pageAfterPage(
  next: () => Promise<readonly PageOutcome[]> | undefined,
  done: (page: PageOutcome) => Promise<void>,
): Promise<void> {
  let current = next();
  while (current !== undefined) {
    const finished = await current;
    current = next();
    // Whatever `done` throws is what the caller sees; the page under way is then of no interest.
    current?.catch(() => undefined);
    for (let at = 0; at < finished.length; at += DONE_AT_ONCE)
      await allDone(finished.slice(at, at + DONE_AT_ONCE), done);
  }
}

/** Where one fails the others come to their end first. */
async function allDone(
  pages: readonly PageOutcome[],
  done: (page: PageOutcome) => Promise<void>,
): Promise<void> {
  const settled = await Promise.allSettled(pages.map(done));
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** What an extractor is asked by: a session for each time that a page goes through. */
interface Sessions {
  readonly extractor: Extractor;
  readonly all: readonly [ExtractorSession, ...ExtractorSession[]];
}

/** A page, and what it is to go through. */
interface ReadPage {
  readonly labelled: PreparedPage;
  readonly sessions: readonly Sessions[];
}

async function extractPage(reading: Promise<ReadPage>): Promise<readonly PageOutcome[]> {
  const { labelled, sessions } = await reading;
  const finished: PageOutcome[] = [];
  for (const each of sessions) finished.push(await extractBy(each, labelled));
  return finished;
}

async function extractBy(
  { extractor, all: [session, ...others] }: Sessions,
  labelled: PreparedPage,
): Promise<PageOutcome> {
  const { refused } = labelled.page;
  if (refused !== undefined) {
    const message = `the page has ${refused}`;
    return { extractor, labelled, outcomes: [{ status: 'failed', failure: 'unscorable', message }] };
  }
  const outcomes: [Outcome, ...Outcome[]] = [await session.extract(labelled.page)];
  for (const other of others) outcomes.push(await other.extract(labelled.page));
  const { files } = session;
  return { extractor, labelled, outcomes, ...(files !== undefined && { files }) };
}
