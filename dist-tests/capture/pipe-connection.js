import { Readable, Writable } from 'node:stream';
import { isRecord } from "../util/is-record.js";
/**
 * The DevTools protocol over `--remote-debugging-pipe`: JSON texts on descriptors 3 and 4, each ended by a NUL. When
 * the browser is gone, all that is waited for fails.
 */
export class PipeConnection {
    #input;
    #answers = new Map();
    #listeners = new Set();
    #chunks = [];
    #count = 0;
    #isClosed = false;
    constructor(input, output) {
        this.#input = input;
        // A browser that dies takes its pipes with it, which is told by the end of its output.
        input.on('error', () => this.#close());
        output.setEncoding('utf8');
        output.on('data', (chunk) => this.#read(chunk));
        output.on('close', () => this.#close());
    }
    /** @throws Error if the process has no pipes there. */
    static over({ stdio }) {
        const [, , , input, output] = stdio;
        if (input instanceof Writable && output instanceof Readable)
            return new PipeConnection(input, output);
        throw new Error('the browser was started without pipes at descriptors 3 and 4');
    }
    /** Calls a method; `session` is that of a page, absent for the browser itself. */
    send(method, params, sessionId) {
        const id = ++this.#count;
        const message = { id, method, params, ...(sessionId !== undefined && { sessionId }) };
        return new Promise((resolve, reject) => {
            this.#answers.set(id, { resolve, reject, method });
            if (this.#isClosed)
                this.#close();
            else
                this.#input.write(`${JSON.stringify(message)}\0`);
        });
    }
    /** Calls the listener for every event of this name, until the function that it returns is called. */
    on(method, listener) {
        const heard = (name, params) => {
            if (name === method)
                listener(params);
        };
        this.#listeners.add(heard);
        return () => this.#listeners.delete(heard);
    }
    #read(chunk) {
        const [first = '', ...others] = chunk.split('\0');
        this.#chunks.push(first);
        for (const next of others) {
            const text = this.#chunks.join('');
            this.#chunks = [next];
            this.#take(JSON.parse(text));
        }
    }
    #take(message) {
        if (!isRecord(message))
            return;
        const { id, method, params, result, error } = message;
        if (id === undefined) {
            for (const heard of this.#listeners)
                heard(method, isRecord(params) ? params : {});
            return;
        }
        const answer = this.#answers.get(id);
        this.#answers.delete(id);
        if (isRecord(result))
            answer?.resolve(result);
        else
            answer?.reject(new Error(`${answer.method}: ${JSON.stringify(error)}`));
    }
    #close() {
        this.#isClosed = true;
        for (const { reject, method } of this.#answers.values())
            reject(new Error(`${method}: the browser is gone`));
        this.#answers.clear();
    }
}
