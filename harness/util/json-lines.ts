import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { AssayError } from './error.ts';
import { isRecord } from './is-record.ts';
import { linesOf } from './lines.ts';
import { isFile } from './path-exists.ts';

/** Of one line. Its text has to fit into a string with room to spare. */
const MOST_BYTES = 2 ** 26;

/** Where a line of a file lies. */
export interface LinePlace {
  /** From 1. */
  readonly number: number;
  /** In bytes, from the start of the file. */
  readonly offset: number;
  /** In bytes, without the line feed. */
  readonly length: number;
}

/** A line as it was read. */
export interface JsonLine extends LinePlace {
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * A file with one JSON map a line (JSONL), of which no more than one line is held at a time: it is gone through once,
 * and single lines are read again from the places that were remembered. Blank lines count, and hold nothing.
 */
export class JsonLines {
  readonly #file: string;
  readonly #usage: string;

  /** @param usage what the source takes, for messages */
  constructor(file: string, usage: string) {
    this.#file = file;
    this.#usage = usage;
  }

  /**
   * Every line, in order.
   *
   * @throws AssayError `bad-input` if there is no such file, or a line holds no JSON map.
   */
  async *all(): AsyncGenerator<JsonLine> {
    await this.#mustExist();
    const chunks: AsyncIterable<Buffer> = createReadStream(this.#file, { highWaterMark: 1 << 18 });
    const refuse = (number: number): AssayError =>
      this.fault(number, `the line is longer than ${MOST_BYTES} bytes, which no page is`);
    for await (const line of linesOf(chunks, { bytes: MOST_BYTES, refuse })) yield* this.#lineOf(line);
  }

  /**
   * One line again.
   *
   * @throws AssayError `bad-input` if the file was changed in between.
   */
  async read(place: LinePlace): Promise<JsonLine> {
    const { number, offset, length } = place;
    let file: FileHandle | undefined;
    try {
      file = await open(this.#file);
      const bytes = Buffer.alloc(length);
      await file.read(bytes, 0, length, offset);
      return { ...place, bytes, fields: this.#parse(bytes, number) };
    } catch (cause) {
      if (cause instanceof AssayError) throw cause;
      throw new AssayError('bad-input', `${this.#file} can no longer be read; ${this.#usage}`, { cause });
    } finally {
      await file?.close();
    }
  }

  /** An error about a line: where, what is wrong with it, and what the source takes. */
  fault(number: number, what: string): AssayError {
    return new AssayError('bad-input', `${this.#file}:${number}: ${what}; ${this.#usage}`);
  }

  *#lineOf({ number, offset, bytes }: Pick<JsonLine, 'number' | 'offset' | 'bytes'>): Generator<JsonLine> {
    if (bytes.every((byte) => byte <= 0x20)) return;
    yield { number, offset, length: bytes.length, bytes, fields: this.#parse(bytes, number) };
  }

  #parse(bytes: Buffer, number: number): JsonLine['fields'] {
    let parsed: unknown;
    try {
      parsed = JSON.parse(bytes.toString('utf8'));
    } catch (cause) {
      const message = `${this.#file}:${number}: the line is not JSON; get the file again`;
      throw new AssayError('bad-input', message, { cause });
    }
    if (isRecord(parsed)) return parsed;
    throw this.fault(number, 'the line holds no map');
  }

  async #mustExist(): Promise<void> {
    if (!(await isFile(this.#file)))
      throw new AssayError('bad-input', `there is no file ${this.#file}; ${this.#usage}`);
  }
}
