import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { isRecord } from '../../harness/extract/is-record.ts';

type Members = Readonly<Record<string, unknown>>;

/** The DevTools protocol over `--remote-debugging-pipe`: JSON texts on descriptors 3 and 4, each ended by a NUL. */
export class PipeConnection {
  readonly #input: Writable;
  readonly #answers = new Map<unknown, (answer: Members) => void>();
  readonly #listeners = new Map<unknown, () => void>();
  #pending = '';
  #count = 0;

  private constructor(input: Writable, output: Readable) {
    this.#input = input;
    output.setEncoding('utf8');
    output.on('data', (chunk: string) => this.#read(chunk));
  }

  /** @throws Error if the process has no pipes there. */
  static over({ stdio }: ChildProcess): PipeConnection {
    const [, , , input, output] = stdio;
    if (input instanceof Writable && output instanceof Readable) return new PipeConnection(input, output);
    throw new Error('the browser was started without pipes at descriptors 3 and 4');
  }

  /** Calls a method; `session` is that of a page, absent for the browser itself. */
  send(method: string, params: Members, sessionId?: string): Promise<Members> {
    const id = ++this.#count;
    const message = { id, method, params, ...(sessionId !== undefined && { sessionId }) };
    this.#input.write(`${JSON.stringify(message)}\0`);
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => {
        if (isRecord(result)) resolve(result);
        else reject(new Error(`${method}: ${JSON.stringify(error)}`));
      });
    });
  }

  /** Resolves when an event comes; listens from now on. */
  event(method: string, limitMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${method} within ${limitMs} ms`)), limitMs);
      this.#listeners.set(method, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #read(chunk: string): void {
    const messages = (this.#pending + chunk).split('\0');
    this.#pending = messages.pop() ?? '';
    for (const text of messages) this.#take(JSON.parse(text));
  }

  #take(message: unknown): void {
    if (!isRecord(message)) return;
    const { id, method } = message;
    if (id === undefined) this.#listeners.get(method)?.();
    else this.#answers.get(id)?.(message);
    this.#answers.delete(id);
  }
}
