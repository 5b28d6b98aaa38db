import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AssayError } from "./error.js";
import { isRecord } from "./is-record.js";
import { linesOf } from "./lines.js";
import { isFile } from "./path-exists.js";
/**
 * A file with one JSON map a line (JSONL), of which no more than one line is held at a time: it is gone through once,
 * and single lines are read again from the places that were remembered. Blank lines count, and hold nothing.
 */
export class JsonLines {
    #file;
    #usage;
    /** @param usage what the source takes, for messages */
    constructor(file, usage) {
        this.#file = file;
        this.#usage = usage;
    }
    /**
     * Every line, in order.
     *
     * @throws AssayError `bad-input` if there is no such file, or a line holds no JSON map.
     */
    async *all() {
        await this.#mustExist();
        const chunks = createReadStream(this.#file, { highWaterMark: 1 << 18 });
        for await (const line of linesOf(chunks))
            yield* this.#lineOf(line);
    }
    /**
     * One line again.
     *
     * @throws AssayError `bad-input` if the file was changed in between.
     */
    async read(place) {
        const { number, offset, length } = place;
        let file;
        try {
            file = await open(this.#file);
            const bytes = Buffer.alloc(length);
            await file.read(bytes, 0, length, offset);
            return { ...place, bytes, fields: this.#parse(bytes, number) };
        }
        catch (cause) {
            if (cause instanceof AssayError)
                throw cause;
            throw new AssayError('bad-input', `${this.#file} can no longer be read; ${this.#usage}`, { cause });
        }
        finally {
            await file?.close();
        }
    }
    /** An error about a line: where, what is wrong with it, and what the source takes. */
    fault(number, what) {
        return new AssayError('bad-input', `${this.#file}:${number}: ${what}; ${this.#usage}`);
    }
    *#lineOf({ number, offset, bytes }) {
        if (bytes.every((byte) => byte <= 0x20))
            return;
        yield { number, offset, length: bytes.length, bytes, fields: this.#parse(bytes, number) };
    }
    #parse(bytes, number) {
        let parsed;
        try {
            parsed = JSON.parse(bytes.toString('utf8'));
        }
        catch (cause) {
            const message = `${this.#file}:${number}: the line is not JSON; get the file again`;
            throw new AssayError('bad-input', message, { cause });
        }
        if (isRecord(parsed))
            return parsed;
        throw this.fault(number, 'the line holds no map');
    }
    async #mustExist() {
        if (!(await isFile(this.#file)))
            throw new AssayError('bad-input', `there is no file ${this.#file}; ${this.#usage}`);
    }
}
