import { pageKey } from "./cache-key.js";
/** A session that asks the cache first, and keeps in it what came out. */
export function cachedSession(session, kept) {
    const writing = new Set();
    // Not waited for, so that the next page need not wait either.
    const keep = (key, outcome) => {
        const written = kept.keep(key, outcome).finally(() => writing.delete(written));
        writing.add(written);
    };
    const told = new Set();
    const tell = (files) => {
        if (told.has(files))
            return;
        told.add(files);
        session.files?.add({ loaded: [], looked: files.map(([path]) => path) });
    };
    return {
        ...(session.files !== undefined && { files: session.files }),
        async extract(page) {
            const key = pageKey(page);
            const found = await kept.find(key);
            if (found !== undefined) {
                tell(found.files);
                return { ...found.outcome, isCached: true };
            }
            const outcome = await session.extract(page);
            if (outcome.status === 'extracted')
                keep(key, outcome);
            return outcome;
        },
        async close() {
            await session.close();
            await Promise.all(writing);
            await kept.commit(session.files);
        },
    };
}
