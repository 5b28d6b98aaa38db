import { exhausted } from "./exhausted.js";
/** The system has no more to give: that says nothing of a page. */
const EXHAUSTED = new Set(['EAGAIN', 'ENOMEM', 'EMFILE', 'ENFILE']);
/**
 * What a page's outcome is when its process ended before it answered.
 *
 * @throws AssayError `usage` if the system was too short of processes or memory to start it.
 */
export function outcomeOfEnding(ending) {
    if (ending.notStarted !== undefined && EXHAUSTED.has(ending.notStarted)) {
        throw exhausted(ending.notStarted);
    }
    const { tooMuchMemory } = ending;
    if (tooMuchMemory !== undefined) {
        const { residentMb, limitMb } = tooMuchMemory;
        const message = `the process had ${residentMb} MB of memory; it may have ${limitMb} MB, and was killed`;
        return { status: 'failed', failure: 'out-of-memory', message };
    }
    if (heapOverflowed(ending)) {
        const message = 'V8 ended the process because its heap was full';
        return { status: 'failed', failure: 'out-of-memory', message };
    }
    return { status: 'failed', failure: 'crashed', message: describeWholeEnding(ending) };
}
/** How a process ended and what it said last: `the process ended with exit code 3; the end of its standard error: …`. */
export function describeWholeEnding(ending) {
    const { lastWords } = ending;
    const report = lastWords === '' ? '' : `; the end of its standard error:\n${lastWords}`;
    return `the process ${describeEnding(ending)}${report}`;
}
/** How a process ended, in words, e.g. `ended with exit code 3`; without its last words. */
export function describeEnding({ code, signal, notStarted }) {
    if (notStarted !== undefined) {
        return `could not be started (${notStarted}): is the program there, and what its first line names?`;
    }
    return signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
}
/** V8 says so on standard error and aborts; the words alone could be anybody's. */
function heapOverflowed({ signal, code, heapWasFull }) {
    return heapWasFull && (signal === 'SIGABRT' || code === 134);
}
