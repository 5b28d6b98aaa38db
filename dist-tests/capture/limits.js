import { AssayError } from "../util/error.js";
/** Largest page in bytes; the largest pages of the public benchmarks have a quarter of it. */
export const MOST_BYTES = 20_000_000;
/** How long a page may take to arrive, milliseconds. */
export const CAPTURE_LIMIT_MS = 30_000;
/** @throws AssayError `bad-input` for a page larger than any article. */
export function checkSize(bytes, what) {
    if (bytes <= MOST_BYTES)
        return;
    throw new AssayError('bad-input', `${what} is larger than ${MOST_BYTES / 1_000_000} MB, which no page of text is`);
}
