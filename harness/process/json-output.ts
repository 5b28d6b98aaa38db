import type { Readable } from 'node:stream';
import { isRecord } from '../util/is-record.ts';
import { LineReader } from '../util/lines.ts';
import { firstLine, plainText } from '../util/printable.ts';
import { strictUtf8 } from '../util/strict-utf8.ts';

/** What comes from a program that prints one JSON object a line. */
export interface JsonOutputEvents {
  onObject(object: Readonly<Record<string, unknown>>): void;
  /** It printed what nothing can be made of, or more than the limit. Nothing is read after that. */
  onFault(fault: 'not JSON' | 'too much', message: string): void;
  /** There is no more to come. */
  onEnd(): void;
}

/** How much noise is kept to be shown, in bytes. */
const KEPT_NOISE = 500;

const NO_BYTES = Buffer.alloc(0);
const NEWLINE = Buffer.from('\n');
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/**
 * Reads standard output as one JSON object a line. Lines that do not begin like an object are noise, e.g. of a
 * progress bar: they are kept, to be shown where something fails.
 */
export class JsonOutput {
  readonly #events: JsonOutputEvents;
  readonly #mostBytes: number;
  readonly #lines = new LineReader((line) => this.#readLine(line));
  #noise: Buffer = NO_BYTES;
  #bytes = 0;
  #isOver = false;

  /** @param mostBytes how much may be printed in all, or between two calls of `restart`. */
  constructor(stream: Readable, mostBytes: number, events: JsonOutputEvents) {
    this.#events = events;
    this.#mostBytes = mostBytes;
    stream.on('data', (chunk: Buffer) => this.#take(chunk));
    stream.once('end', () => this.#end());
    // A pipe that breaks ends as well, and says no more than that.
    stream.on('error', () => {});
  }

  /** Forgets how much was printed, and the noise in it. */
  restart(): void {
    this.#bytes = 0;
    this.#noise = NO_BYTES;
  }

  /** What was printed and is no JSON, for the end of a message; empty where there was nothing. */
  get noise(): string {
    const noise = plainText(this.#noise.toString());
    const shown = noise === '' ? '' : `; its standard output has lines that are no JSON:\n${noise}`;
    const pending = this.#lines.pendingBytes;
    return pending === 0 ? shown : `${shown}; its last line, of ${pending} bytes, has no newline at its end`;
  }

  #take(chunk: Buffer): void {
    if (this.#isOver) return;
    this.#bytes += chunk.length;
    this.#lines.push(chunk);
    if (this.#bytes > this.#mostBytes) this.#fail('too much', `printed more than ${this.#mostBytes} bytes`);
  }

  #end(): void {
    if (!this.#isOver && this.#lines.pendingBytes > 0) this.#lines.flush();
    this.#events.onEnd();
  }

  #readLine(bytes: Buffer): void {
    if (this.#isOver) return;
    if (!beginsObject(bytes)) {
      this.#keepNoise(bytes);
      return;
    }
    const line = strictUtf8(bytes);
    if (line === undefined) this.#fail('not JSON', 'printed a line that is not UTF-8');
    else this.#readObject(line.trim());
  }

  /** Does not look at what the line says: there may be millions of such lines. */
  #keepNoise(line: Buffer): void {
    if (line.length === 0) return;
    const kept = [this.#noise, line.subarray(0, KEPT_NOISE), NEWLINE];
    this.#noise = Buffer.concat(kept).subarray(-KEPT_NOISE);
  }

  #readObject(line: string): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      const what = `printed a line that begins like JSON and is none (${firstLine(String(error))})`;
      this.#fail('not JSON', `${what}: ${firstLine(line.slice(0, 100))}`);
      return;
    }
    if (isRecord(value)) this.#events.onObject(value);
  }

  #fail(fault: 'not JSON' | 'too much', message: string): void {
    this.#isOver = true;
    this.#lines.clear();
    this.#events.onFault(fault, message);
  }
}

/** Whether the first byte that is neither white space nor a byte order mark, which some libraries print, opens an object. */
function beginsObject(line: Buffer): boolean {
  const start = line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  return line.subarray(start).find((byte) => byte > 0x20) === 0x7b;
}
