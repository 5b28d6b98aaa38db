import { TooLong } from '../page-bytes.ts';

const MAGIC = 0x184d2204;

/**
 * Unpacks an LZ4 frame, as `lz4` and Python's `lz4.frame` write them. Checksums are not looked at; frames that need a
 * dictionary are not read. Node has no LZ4 of its own before version 24.
 *
 * Source: LZ4 Frame Format 1.6.4 and LZ4 Block Format, github.com/lz4/lz4/tree/dev/doc.
 *
 * @param most bytes that may come out
 * @throws TooLong if there are more; RangeError if the bytes are not a whole frame.
 */
export function unpackLz4(frame: Buffer, most: number): Buffer {
  if (frame.readUInt32LE(0) !== MAGIC) throw new RangeError('no LZ4 frame');
  const flags = frame.readUInt8(4);
  if (flags >> 6 !== 1 || (flags & 1) === 1) throw new RangeError('an LZ4 frame of a kind that is not read');
  const blockChecksum = (flags >> 4) & 1;
  const contentSize = (flags >> 3) & 1;
  const output = new Output(most);
  let at = 7 + 8 * contentSize;
  for (let size = frame.readUInt32LE(at); size !== 0; size = frame.readUInt32LE(at)) {
    const end = at + 4 + (size & 0x7fffffff);
    if (end > frame.length) throw new RangeError('an LZ4 frame that is cut off');
    const block = frame.subarray(at + 4, end);
    if (size >>> 31 === 1) output.append(block);
    else unpackBlock(block, output);
    at = end + 4 * blockChecksum;
  }
  return output.toBuffer();
}

/** Sequences of literals and matches; a match is a stretch of what was unpacked before, of earlier blocks too. */
function unpackBlock(block: Buffer, output: Output): void {
  let at = 0;
  const length = (first: number): number => {
    let sum = first;
    if (first !== 15) return sum;
    for (let more = 255; more === 255;) {
      more = block.readUInt8(at++);
      sum += more;
    }
    return sum;
  };
  while (at < block.length) {
    const token = block.readUInt8(at++);
    const literals = length(token >> 4);
    if (at + literals > block.length) throw new RangeError('an LZ4 block that is cut off');
    output.append(block.subarray(at, at + literals));
    at += literals;
    // The last sequence of a block has no match.
    if (at === block.length) return;
    const distance = block.readUInt16LE(at);
    at += 2;
    output.repeat(distance, length(token & 15) + 4);
  }
}

/** Bytes that grow. */
class Output {
  #bytes = Buffer.alloc(1 << 16);
  #length = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  append(bytes: Buffer): void {
    this.#reserve(bytes.length);
    bytes.copy(this.#bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Appends what begins `distance` bytes before the end; it may run into what it writes itself. */
  repeat(distance: number, length: number): void {
    if (distance === 0 || distance > this.#length) throw new RangeError('an LZ4 match before the start');
    this.#reserve(length);
    for (let end = this.#length + length; this.#length < end; this.#length++) {
      this.#bytes[this.#length] = this.#bytes[this.#length - distance]!;
    }
  }

  toBuffer(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed > this.#most) throw new TooLong(`an LZ4 frame of more than ${this.#most} bytes`);
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.alloc(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}
