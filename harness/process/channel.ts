import type { Duplex } from 'node:stream';

const LENGTH_BYTES = 4;

/** How long `whenSent` waits for the other side to take what was sent, in milliseconds: it may have stopped to listen. */
const MOST_WAIT_MS = 5;

/** What comes from the other side. */
export interface ChannelEvents {
  /** The whole body of a message. */
  onMessage(body: Buffer): void;
  /** The other side has closed; or, `garbled`, something came through that is no message. Called once. */
  onEnd(reason: 'closed' | 'garbled'): void;
}

/**
 * Messages over a pipe, each a body of bytes with its length before it. Not Node's own channel of `fork`: there a
 * stray write to the descriptor by other code in the process throws in ours, where nothing can catch it, and packages
 * that find `process.send` take the process for a worker of theirs.
 */
export class Channel {
  readonly #pipe: Duplex;
  readonly #longest: number;
  readonly #events: ChannelEvents;
  #chunks: Buffer[] = [];
  #bufferedBytes = 0;
  #hasEnded = false;

  /** @param longest most bytes of a body; what claims to be longer is no message */
  constructor(pipe: Duplex, longest: number, events: ChannelEvents) {
    this.#pipe = pipe;
    this.#longest = longest;
    this.#events = events;
    pipe.on('data', (chunk: Buffer) => this.#read(chunk));
    pipe.once('close', () => this.#end('closed'));
    // The close that follows says all there is to say.
    pipe.on('error', () => {});
  }

  /**
   * Sends a message, whose body is the parts one behind the other. There is no receipt: where the other side is gone,
   * `onEnd` says so.
   *
   * @param onWritten called when all of it has left this process, or never will
   */
  send(parts: readonly Uint8Array[], onWritten: () => void = () => {}): void {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(parts.reduce((sum, part) => sum + part.length, 0));
    this.#pipe.cork();
    for (const part of [length, ...parts]) this.#pipe.write(part);
    this.#pipe.write('', onWritten);
    this.#pipe.uncork();
  }

  /** Ends it as `garbled`: what came through is no message of the other side. */
  refuse(): void {
    this.#end('garbled');
  }

  /** Calls back once all that was sent has left this process, or after a short while; at once where it has. */
  whenSent(then: () => void): void {
    if (this.#pipe.writableLength === 0) return then();
    const end = (): void => {
      clearTimeout(timer);
      this.#pipe.off('drain', end);
      then();
    };
    const timer = setTimeout(end, MOST_WAIT_MS);
    this.#pipe.once('drain', end);
  }

  #read(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bufferedBytes += chunk.length;
    let body = this.#takeBody();
    while (body !== undefined && !this.#hasEnded) {
      this.#events.onMessage(body);
      body = this.#takeBody();
    }
  }

  /** The bytes of the next message, once they are all there. */
  #takeBody(): Buffer | undefined {
    if (this.#bufferedBytes < LENGTH_BYTES) return undefined;
    const end = LENGTH_BYTES + this.#nextLength();
    if (end > LENGTH_BYTES + this.#longest) this.#end('garbled');
    if (this.#hasEnded || this.#bufferedBytes < end) return undefined;
    const buffered = this.#merge();
    this.#chunks = buffered.length > end ? [buffered.subarray(end)] : [];
    this.#bufferedBytes -= end;
    return buffered.subarray(LENGTH_BYTES, end);
  }

  #nextLength(): number {
    const first = this.#chunks[0];
    if (first !== undefined && first.length >= LENGTH_BYTES) return first.readUInt32BE();
    return this.#merge().readUInt32BE();
  }

  /** Puts the chunks together: once for a message, so that long ones cost no more than their length. */
  #merge(): Buffer {
    const merged = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#chunks = [merged];
    return merged;
  }

  #end(reason: 'closed' | 'garbled'): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#chunks = [];
    this.#bufferedBytes = 0;
    this.#pipe.destroy();
    this.#events.onEnd(reason);
  }
}
