import { plainText } from "../util/printable.js";
/** How many bytes of standard error are kept: more than shown, since V8 says first why it dies, then how. */
const KEPT_BYTES = 16_384;
/** How much of it a message shows, in UTF-16 code units. */
const SHOWN_LENGTH = 2048;
/** Drains the standard error of a process and keeps its end: a process that nobody reads from would block. */
export class LastWords {
    #kept = Buffer.alloc(0);
    constructor(stream) {
        stream.on('data', (chunk) => this.#keep(chunk));
        // A pipe that breaks as the process dies says nothing that its exit does not say.
        stream.on('error', () => { });
    }
    /** The end of what was written, fit to be shown; empty where nothing was. */
    get shown() {
        return plainText(this.#kept.toString()).slice(-SHOWN_LENGTH).trim().toWellFormed();
    }
    /** Whether the last words are those of V8 when its heap is full. */
    get tellOfFullHeap() {
        return this.#kept.includes('JavaScript heap out of memory');
    }
    #keep(chunk) {
        const all = Buffer.concat([this.#kept, chunk]);
        this.#kept = all.subarray(-KEPT_BYTES);
    }
}
