import { detectEncoding } from "../document/encoding/detect.js";
/**
 * The journal line of one extractor on one page. The encoding stands in every line of a web page. It is found here, not
 * reported by whoever extracted, because it belongs to the page: so it is there for recorded output and for a page
 * that timed out as well, and finding it reads no more than the head of the page.
 */
export function scorePage(key, { page, gold }, came, scorer) {
    return scoreOutcome({ ...key, ...encodingOf(page) }, gold, came, scorer);
}
/** The same for a page whose encoding is known: a failed page has the scores of an empty extraction. */
export async function scoreOutcome(key, gold, { outcome, repeats }, scorer) {
    if (outcome.status === 'skipped')
        return { ...key, status: 'skipped', reason: outcome.reason };
    const more = {
        ...(outcome.ms !== undefined && { ms: Math.round(outcome.ms * 1000) / 1000 }),
        ...(repeats && { repeats }),
    };
    const metrics = await scorer.score(gold, outcome.status === 'failed' ? undefined : outcome.extraction);
    if (outcome.status === 'failed') {
        const { failure, message } = outcome;
        return { ...key, status: 'failed', failure, message, ...more, metrics };
    }
    const { memoryMb, isCached } = outcome;
    const measured = {
        ...(memoryMb !== undefined && { memory: memoryMb }),
        ...(isCached && { cached: isCached }),
    };
    return { ...key, status: 'extracted', ...more, ...measured, metrics };
}
/** What a page's bytes are read as; nothing for a page of plain text. */
export function encodingOf({ media, bytes, contentType }) {
    return media === 'html' ? { encoding: detectEncoding(bytes, contentType) } : {};
}
