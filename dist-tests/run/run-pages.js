import { joinRepeats } from "./repeats.js";
/**
 * Puts the pages of a corpus through an extractor, as many at a time as there are workers, and hands each to
 * `done` as it finishes, in no particular order. Pages stream: no more than four a worker are held, and one that is read
 * ahead, so that no worker waits for the disk. Each worker has the page that comes next on hand; and while `done` works
 * on a page, its worker is already busy with another.
 */
export async function runPages(extractor, { corpus, pages }, limits, done) {
    if (pages.length === 0)
        return;
    const open = () => openSession(extractor, { ...limits, corpus: corpus.name });
    const others = Array.from({ length: (limits.repeat ?? 1) - 1 }, open);
    const sessions = await Promise.all([open(), ...others]);
    const read = readAhead(pages, corpus);
    let isOver = false;
    const next = () => {
        const reading = isOver || limits.signal?.aborted === true ? undefined : read();
        return reading && extractPage(reading, sessions);
    };
    const lanes = Array.from({ length: LANES * limits.workers }, () => runLane(next, done));
    try {
        await Promise.all(lanes);
    }
    finally {
        // Where one lane has failed the others are still at work: what `done` works with is to last as long as they do.
        isOver = true;
        await Promise.all(sessions.map((session) => session.close()));
        await Promise.allSettled(lanes);
    }
}
/** Gives one page after the other, each while the next is already being read; at the end undefined. */
function readAhead(references, corpus) {
    const waiting = references.values();
    const begin = () => {
        const reference = waiting.next();
        const reading = reference.done ? undefined : corpus.read(reference.value);
        // What goes wrong is told to whoever takes the page, if anybody does.
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
function openSession(extractor, { cache, ...options }) {
    if (cache === undefined || (options.repeat ?? 1) > 1)
        return extractor.open(options);
    return cache.open(extractor, options);
}
/** Pages on the way for each worker: one that it works on, and the next. */
const LANES = 2;
async function runLane(next, done) {
    let current = next();
    while (current !== undefined) {
        const finished = await current;
        current = next();
        // Whatever `done` throws is what the caller sees; the page under way is then of no interest.
        current?.catch(() => undefined);
        await done(finished);
    }
}
async function extractPage(reading, [session, ...others]) {
    const labelled = await reading;
    const outcomes = [await session.extract(labelled.page)];
    for (const other of others)
        outcomes.push(await other.extract(labelled.page));
    const { files } = session;
    return { labelled, ...joinRepeats(outcomes), ...(files !== undefined && { files }) };
}
