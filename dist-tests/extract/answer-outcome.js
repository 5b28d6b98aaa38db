import { readExtraction } from "./read-extraction.js";
/**
 * What a page's outcome is when its extractor answered: the extraction, or the failure that an answer is which is none.
 *
 * @param ms the page's time in milliseconds, where it is known
 */
export function outcomeOfAnswer(answer, ms) {
    const time = ms === undefined ? {} : { ms };
    const reading = readExtraction(answer);
    if (reading.status === 'read')
        return { status: 'extracted', extraction: reading.extraction, ...time };
    return { status: 'failed', failure: reading.failure, message: reading.message, ...time };
}
