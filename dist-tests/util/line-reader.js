const NEWLINE = 0x0a;
/** Takes bytes apart at their newlines. */
export class LineReader {
    #onLine;
    #chunks = [];
    #pendingBytes = 0;
    /** @param onLine gets each line without its newline. */
    constructor(onLine) {
        this.#onLine = onLine;
    }
    /** Bytes of a line that has no end so far. */
    get pendingBytes() {
        return this.#pendingBytes;
    }
    push(chunk) {
        let start = 0;
        for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
            this.#chunks.push(chunk.subarray(start, end));
            start = end + 1;
            this.flush();
        }
        if (start === chunk.length)
            return;
        this.#chunks.push(chunk.subarray(start));
        this.#pendingBytes += chunk.length - start;
    }
    /** Takes what is pending for a line. */
    flush() {
        const line = Buffer.concat(this.#chunks);
        this.clear();
        this.#onLine(line);
    }
    /** Forgets what is pending. */
    clear() {
        this.#chunks = [];
        this.#pendingBytes = 0;
    }
}
