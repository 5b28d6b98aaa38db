import { isRecord } from "../../util/is-record.js";
import { MOST_OUTPUT_BYTES, TOO_MUCH_OUTPUT } from "./command-call.js";
import { LineReader } from "../../util/lines.js";
import { firstLine, plainText } from "../../util/printable.js";
import { strictUtf8 } from "../../util/strict-utf8.js";
/** How much noise is kept to be shown, in bytes. */
const KEPT_NOISE = 500;
const NO_BYTES = Buffer.alloc(0);
const NEWLINE = Buffer.from('\n');
/**
 * Reads standard output as one JSON object a line. Lines that do not begin like one are noise: kept, to be shown
 * should the page fail.
 */
export class AnswerLines {
    #events;
    #lines = new LineReader((line) => this.#readLine(line));
    #noise = NO_BYTES;
    #bytes = 0;
    #isOver = false;
    constructor(stream, events) {
        this.#events = events;
        stream.on('data', (chunk) => this.#take(chunk));
        stream.once('end', () => this.#end());
        // A pipe that breaks ends as well, and says no more than that.
        stream.on('error', () => { });
    }
    /** Begins to count anew: what is printed from here on belongs to another page. */
    startPage() {
        this.#bytes = 0;
        this.#noise = NO_BYTES;
    }
    /** What was printed for this page and is no answer, for a message; empty where there was nothing. */
    get noise() {
        const noise = plainText(this.#noise.toString());
        const shown = noise === '' ? '' : `; its standard output has lines that are no JSON:\n${noise}`;
        const pending = this.#lines.pendingBytes;
        return pending === 0 ? shown : `${shown}; its last line, of ${pending} bytes, has no newline at its end`;
    }
    #take(chunk) {
        if (this.#isOver)
            return;
        this.#bytes += chunk.length;
        this.#lines.push(chunk);
        if (this.#bytes <= MOST_OUTPUT_BYTES)
            return;
        this.#fail('too-large', TOO_MUCH_OUTPUT);
    }
    #end() {
        if (!this.#isOver && this.#lines.pendingBytes > 0)
            this.#lines.flush();
        this.#events.onEnd();
    }
    #readLine(bytes) {
        if (this.#isOver)
            return;
        if (!beginsObject(bytes)) {
            this.#keepNoise(bytes);
            return;
        }
        const line = strictUtf8(bytes);
        if (line === undefined)
            this.#fail('bad-output', 'printed a line that is not UTF-8');
        else
            this.#readObject(line.trim());
    }
    /** Without a look at what it says: there may be millions of such lines. */
    #keepNoise(line) {
        if (line.length === 0)
            return;
        const kept = [this.#noise, line.subarray(0, KEPT_NOISE), NEWLINE];
        this.#noise = Buffer.concat(kept).subarray(-KEPT_NOISE);
    }
    #readObject(line) {
        let value;
        try {
            value = JSON.parse(line);
        }
        catch (error) {
            const what = `printed a line that begins like JSON and is none (${firstLine(String(error))})`;
            this.#fail('bad-output', `${what}: ${firstLine(line.slice(0, 100))}`);
            return;
        }
        if (isRecord(value))
            this.#events.onObject(value);
    }
    #fail(failure, message) {
        this.#isOver = true;
        this.#lines.clear();
        this.#events.onFault(failure, message);
    }
}
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');
/** Whether the first byte that is neither white space nor a byte order mark, which some libraries print, opens an object. */
function beginsObject(line) {
    const start = line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    return line.subarray(start).find((byte) => byte > 0x20) === 0x7b;
}
