const LINE_FEED = 0x0a;

/** Cuts bytes that arrive in chunks into lines. */
export class LineReader {
  readonly #onLine: (line: Buffer) => void;
  #chunks: Buffer[] = [];
  #pendingBytes = 0;

  /** @param onLine gets each line without its line feed */
  constructor(onLine: (line: Buffer) => void) {
    this.#onLine = onLine;
  }

  /** Bytes behind the last line feed. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      this.#chunks.push(chunk.subarray(start, end));
      start = end + 1;
      this.flush();
    }
    if (start === chunk.length) return;
    this.#chunks.push(chunk.subarray(start));
    this.#pendingBytes += chunk.length - start;
  }

  /** Ends the pending line, even an empty one. */
  flush(): void {
    const line = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.clear();
    this.#onLine(line);
  }

  /** Forgets the pending line. */
  clear(): void {
    this.#chunks = [];
    this.#pendingBytes = 0;
  }
}

/** A line of a file, and where it stands. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** In bytes, from the start. */
  readonly offset: number;
  /** Without the line feed. */
  readonly bytes: Buffer;
  /** False for what stands behind the last line feed: its writer may have been killed. */
  readonly isEnded: boolean;
}

/** Most bytes that a line may have. */
export interface LongestLine {
  readonly bytes: number;
  /** What is thrown for the first longer one. */
  readonly refuse: (number: number) => Error;
}

/**
 * Every line of a stream of bytes, in order; what stands behind the last line feed comes only if there is something.
 *
 * @param longest default: lines of any length
 */
export async function* linesOf(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  longest?: LongestLine,
): AsyncGenerator<Line> {
  let ready: Buffer[] = [];
  const reader = new LineReader((line) => ready.push(line));
  let number = 1;
  let offset = 0;
  const line = (bytes: Buffer, isEnded: boolean): Line => {
    const at = offset;
    offset += bytes.length + 1;
    return { number: number++, offset: at, bytes, isEnded };
  };
  for await (const chunk of chunks) {
    reader.push(chunk);
    const lines = ready;
    ready = [];
    for (const bytes of lines) yield line(bytes, true);
    if (longest !== undefined && reader.pendingBytes > longest.bytes) throw longest.refuse(number);
  }
  if (reader.pendingBytes === 0) return;
  reader.flush();
  yield line(ready[0]!, false);
}
