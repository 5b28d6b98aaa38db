import { AssayError } from "../util/error.js";
/** The system starts no further process for want of something: that says nothing of an extractor, and ends the run. */
export function exhausted(code) {
    const mend = 'end other processes or run with fewer --workers, then go on with --resume';
    return new AssayError('usage', `the system starts no further process (${code}); ${mend}`);
}
