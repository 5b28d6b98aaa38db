import type { Readable } from 'node:stream';
import { AssayError } from '../util/error.ts';
import { plainText } from '../util/printable.ts';

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what it wrote to standard error, and a module to standard output; empty where there was nothing. */
  readonly lastWords: string;
  readonly heapWasFull: boolean;
  /**
   * It was killed for its memory, or one that it started was: what they had then, where they were over the limit before the
   * system stopped them, and what they might have, in megabytes.
   */
  readonly tooMuchMemory?: { readonly residentMb?: number; readonly limitMb: number };
  /** The system did not start it, and why: `ENOENT`. */
  readonly notStarted?: string;
}

/** Whether the system says by a code that it has no more to give: the program is not at fault. */
export function isExhausted(code: string): boolean {
  return ['EAGAIN', 'ENOMEM', 'EMFILE', 'ENFILE'].includes(code);
}

/**
 * Why a process ended before it had done its work.
 *
 * @throws AssayError `usage` if the system was too short of processes or memory to start it.
 */
export function causeOfEnding(ending: Ending): {
  readonly cause: 'out-of-memory' | 'crashed';
  readonly message: string;
} {
  const { notStarted, tooMuchMemory } = ending;
  if (notStarted !== undefined && isExhausted(notStarted)) throw exhausted(notStarted);
  if (tooMuchMemory !== undefined) {
    const { residentMb, limitMb } = tooMuchMemory;
    const what = residentMb === undefined ? `wanted more than ${limitMb}` : `had ${residentMb}`;
    const message = `the process ${what} MB of memory; it may have ${limitMb} MB, and was killed`;
    return { cause: 'out-of-memory', message };
  }
  if (heapOverflowed(ending)) {
    return { cause: 'out-of-memory', message: 'V8 ended the process because its heap was full' };
  }
  return { cause: 'crashed', message: describeWholeEnding(ending) };
}

/** How a process ended and what it said last: `the process ended with exit code 3; its last words: …`. */
export function describeWholeEnding(ending: Ending): string {
  const { lastWords } = ending;
  const report = lastWords === '' ? '' : `; its last words:\n${lastWords}`;
  return `the process ${describeEnding(ending)}${report}`;
}

/** How a process ended, in words, e.g. `ended with exit code 3`; without its last words. */
export function describeEnding({ code, signal, notStarted }: Ending): string {
  if (notStarted !== undefined) {
    return `could not be started (${notStarted}): is the program there, and what its first line names?`;
  }
  return signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
}

/** V8 writes so to standard error and aborts; another program could write the same words. */
function heapOverflowed({ signal, code, heapWasFull }: Ending): boolean {
  return heapWasFull && (signal === 'SIGABRT' || code === 134);
}

/** The system starts no further process, whatever the program: this ends the run. */
export function exhausted(code: string): AssayError {
  const fix = 'end other processes or run with fewer --workers, then go on with --resume';
  return new AssayError('usage', `the system starts no further process (${code}); ${fix}`);
}

/** How many bytes of standard error are kept: more than shown, since V8 says first why it dies, then how. */
const KEPT_BYTES = 16_384;

/** How much of it a message shows, in UTF-16 code units. */
const SHOWN_LENGTH = 2048;

/**
 * What a process of the harness may write to standard error when it begins with the next task: what stands before it
 * is no word about that task.
 */
export const NEXT_TASK = '\u0000next task\u0000';

/** Reads the standard error of a process, which would block otherwise, and keeps its end. */
export class LastWords {
  #kept: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    stream.on('data', (chunk: Buffer) => this.#keep(chunk));
    // A pipe that breaks as the process dies says nothing that its exit does not say.
    stream.on('error', () => {});
  }

  /** The end of what was written, fit to be shown; empty where nothing was. */
  get shown(): string {
    const kept = this.#kept.toString();
    const own = kept.lastIndexOf(NEXT_TASK);
    return plainText(own === -1 ? kept : kept.slice(own + NEXT_TASK.length))
      .slice(-SHOWN_LENGTH)
      .trim()
      .toWellFormed();
  }

  /** Whether V8 wrote that its heap is full. */
  get tellOfFullHeap(): boolean {
    return this.#kept.includes('JavaScript heap out of memory');
  }

  #keep(chunk: Buffer): void {
    const all = Buffer.concat([this.#kept, chunk]);
    this.#kept = all.subarray(-KEPT_BYTES);
  }
}
