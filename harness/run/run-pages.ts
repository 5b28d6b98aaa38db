import type { Cache } from '../extract/cache/cache.ts';
import type { Extractor, ExtractorSession } from '../extract/extractor.ts';
import type { TouchedFiles } from '../process/touched-files.ts';
import type { Outcome } from '../model/extraction.ts';
import type { PageReference } from '../model/page.ts';
import type { CorpusPlan } from './plan.ts';
import type { PreparedPage, PreparedPages } from './scoring/prepared-pages.ts';

/** A page that has been through an extractor. */
export interface PageOutcome {
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
}

/**
 * Puts the pages of a corpus through an extractor, as many at a time as there are workers, and hands each to
 * `done` as it finishes, in no particular order. Pages stream: beside what `prepared` keeps no more than four a worker are
 * held, and one that is read ahead, so that no worker waits for the disk. Each worker has the page that comes next on
 * hand; and while `done` works on a page, its worker is already busy with another.
 */
export async function runPages(
  extractor: Extractor,
  { corpus, pages }: CorpusPlan,
  prepared: PreparedPages,
  limits: RunLimits,
  done: (page: PageOutcome) => Promise<void>,
): Promise<void> {
  if (pages.length === 0) return;
  const open = (): Promise<ExtractorSession> => openSession(extractor, { ...limits, corpus: corpus.name });
  const others = Array.from({ length: (limits.repeat ?? 1) - 1 }, open);
  const sessions: Sessions = await Promise.all([open(), ...others]);
  const read = readAhead(pages, (page) => prepared.read(corpus, page));
  let isOver = false;
  const next = (): Promise<PageOutcome> | undefined => {
    const reading = isOver || limits.signal?.aborted === true ? undefined : read();
    return reading && extractPage(reading, sessions);
  };
  const loops = Array.from({ length: PAGES_PER_WORKER * limits.workers }, () => pageAfterPage(next, done));
  try {
    await Promise.all(loops);
  } finally {
    // Where one loop has failed the others are still at work: what `done` works with has to last as long as they do.
    isOver = true;
    await Promise.all(sessions.map((session) => session.close()));
    await Promise.allSettled(loops);
  }
}

/** Gives one page after the other, each while the next is already being read; at the end undefined. */
function readAhead(
  references: readonly PageReference[],
  read: (reference: PageReference) => Promise<PreparedPage>,
): () => Promise<PreparedPage> | undefined {
  const waiting = references.values();
  const begin = (): Promise<PreparedPage> | undefined => {
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

function openSession(
  extractor: Extractor,
  { cache, ...options }: RunLimits & { readonly corpus: string },
): Promise<ExtractorSession> {
  if (cache === undefined || (options.repeat ?? 1) > 1) return extractor.open(options);
  return cache.open(extractor, options);
}

/** Pages under way for each worker: the one that it works on, and the next. */
const PAGES_PER_WORKER = 2;

async function pageAfterPage(
  next: () => Promise<PageOutcome> | undefined,
  done: (page: PageOutcome) => Promise<void>,
): Promise<void> {
  let current = next();
  while (current !== undefined) {
    const finished = await current;
    current = next();
    // Whatever `done` throws is what the caller sees; the page under way is then of no interest.
    current?.catch(() => undefined);
    await done(finished);
  }
}

/** One for each time that a page goes through. */
type Sessions = readonly [ExtractorSession, ...ExtractorSession[]];

async function extractPage(
  reading: Promise<PreparedPage>,
  [session, ...others]: Sessions,
): Promise<PageOutcome> {
  const labelled = await reading;
  const { refused } = labelled.page;
  if (refused !== undefined) {
    const message = `the page has ${refused}`;
    return { labelled, outcomes: [{ status: 'failed', failure: 'unscorable', message }] };
  }
  const outcomes: [Outcome, ...Outcome[]] = [await session.extract(labelled.page)];
  for (const other of others) outcomes.push(await other.extract(labelled.page));
  const { files } = session;
  return { labelled, outcomes, ...(files !== undefined && { files }) };
}
