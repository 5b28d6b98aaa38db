import type { Readable, Writable } from 'node:stream';
import { isRecord } from '../util/is-record.ts';

export type Members = Readonly<Record<string, unknown>>;

interface Answer {
  readonly resolve: (result: Members) => void;
  readonly reject: (error: Error) => void;
  readonly method: string;
}

/**
 * The DevTools protocol over `--remote-debugging-pipe`: JSON texts on descriptors 3 and 4, each ended by a NUL. When
 * the browser is gone, all that is waited for fails.
 */
export class DevToolsPipe {
  readonly #input: Writable;
  readonly #answers = new Map<unknown, Answer>();
  readonly #listeners = new Set<(method: unknown, params: Members) => void>();
  #chunks: string[] = [];
  #count = 0;
  #isClosed = false;

  /** @param input where the browser reads (descriptor 3); `output` is where it writes (4) */
  constructor(input: Writable, output: Readable) {
    this.#input = input;
    input.on('error', () => this.#close());
    output.setEncoding('utf8');
    output.on('data', (chunk: string) => this.#read(chunk));
    output.on('close', () => this.#close());
  }

  /** Calls a method; `session` is that of a page, absent for the browser itself. */
  send(method: string, params: Members, sessionId?: string): Promise<Members> {
    const id = ++this.#count;
    const message = { id, method, params, ...(sessionId !== undefined && { sessionId }) };
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { resolve, reject, method });
      if (this.#isClosed) this.#close();
      else this.#input.write(`${JSON.stringify(message)}\0`);
    });
  }

  /** Calls the listener for every event of this name, until the function that it returns is called. */
  on(method: string, listener: (params: Members) => void): () => void {
    const heard = (name: unknown, params: Members): void => {
      if (name === method) listener(params);
    };
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  #read(chunk: string): void {
    const [first = '', ...others] = chunk.split('\0');
    this.#chunks.push(first);
    for (const next of others) {
      const text = this.#chunks.join('');
      this.#chunks = [next];
      this.#take(JSON.parse(text));
    }
  }

  #take(message: unknown): void {
    if (!isRecord(message)) return;
    const { id, method, params, result, error } = message;
    if (id === undefined) {
      for (const heard of this.#listeners) heard(method, isRecord(params) ? params : {});
      return;
    }
    const answer = this.#answers.get(id);
    this.#answers.delete(id);
    if (isRecord(result)) answer?.resolve(result);
    else answer?.reject(new Error(`${answer.method}: ${JSON.stringify(error)}`));
  }

  #close(): void {
    this.#isClosed = true;
    for (const { reject, method } of this.#answers.values())
      reject(new Error(`${method}: the browser is gone`));
    this.#answers.clear();
  }
}
