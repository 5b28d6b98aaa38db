/**
 * The rows of the longest-common-subsequence table as bits (Crochemore et al. 2001; Hyyrö 2004): row `j` holds,
 * for every prefix of the text, whether one more token of the text makes the common subsequence with the first
 * `j` tokens of the pattern longer. A **clear** bit `i` of row `j` says F[j][i + 1] = F[j][i] + 1.
 *
 * Only every K-th row is kept and the rows between are computed again while a walk goes back through them, so
 * memory stays near linear: 2 · √(pattern) rows of text/32 words.
 */
export class BitRows {
  /** Number of 32-bit words of a row. */
  readonly words: number;
  /** The rows of one block, one behind the other; `offsetOf` says where a row begins. */
  readonly block: Int32Array;
  readonly #pattern: Int32Array;
  readonly #positions: PositionIndex;
  readonly #spacing: number;
  readonly #checkpoints: Int32Array;
  #blockIndex = -1;

  constructor(pattern: Int32Array, text: Int32Array) {
    this.words = Math.ceil(text.length / 32);
    this.#pattern = pattern;
    this.#positions = new PositionIndex(text);
    this.#spacing = spacingFor(pattern.length, this.words);
    const blocks = Math.floor(pattern.length / this.#spacing) + 1;
    this.#checkpoints = new Int32Array(blocks * this.words).fill(-1);
    this.block = new Int32Array(this.#spacing * this.words);
    if (blocks > 1) this.#run();
  }

  /** Length of the longest common subsequence of pattern and text. */
  get length(): number {
    const offset = this.offsetOf(this.#pattern.length);
    let clear = this.words * 32;
    for (let word = 0; word < this.words; word++) clear -= popCount(this.block[offset + word]!);
    return clear;
  }

  /**
   * Where row `j` (0..pattern length) begins in `block`, which holds it until a row of another block is asked for;
   * neighbouring rows asked for in descending order cost one more pass over the table in all.
   *
   * @param bits so many of the first bits are right, if no row above has been asked for with fewer; the fewer, the faster
   */
  offsetOf(j: number, bits = this.words * 32): number {
    const blockIndex = Math.floor(j / this.#spacing);
    if (blockIndex !== this.#blockIndex) this.#fillBlock(blockIndex, Math.ceil(bits / 32));
    return (j - blockIndex * this.#spacing) * this.words;
  }

  #run(): void {
    const current = new Int32Array(this.words).fill(-1);
    for (let j = 1; j <= this.#pattern.length; j++) {
      this.#positions.advance(current, 0, this.words, this.#pattern[j - 1]!);
      if (j % this.#spacing === 0) this.#checkpoints.set(current, (j / this.#spacing) * this.words);
    }
  }

  #fillBlock(blockIndex: number, filled: number): void {
    const { words, block } = this;
    const first = blockIndex * this.#spacing;
    const last = Math.min(first + this.#spacing - 1, this.#pattern.length);
    block.set(this.#checkpoints.subarray(blockIndex * words, blockIndex * words + filled));
    for (let j = first + 1; j <= last; j++) {
      const offset = (j - first) * words;
      block.copyWithin(offset, offset - words, offset - words + filled);
      this.#positions.advance(block, offset, filled, this.#pattern[j - 1]!);
    }
    this.#blockIndex = blockIndex;
  }
}

/** Where each token stands in a text, and the step from one row to the next that follows from it. */
export class PositionIndex {
  readonly #offsets: Int32Array;
  readonly #positions: Int32Array;
  /** The positions of tokens as the bits of a row, for those that stand in more places than a row has words: 31 at most. */
  readonly #masks = new Map<number, Int32Array>();

  constructor(text: Int32Array) {
    let largest = -1;
    for (const id of text) if (id > largest) largest = id;
    this.#offsets = new Int32Array(largest + 3);
    // One further on than where they belong: filling in the positions moves each to its place.
    for (const id of text) this.#offsets[id + 2]!++;
    for (let id = 2; id <= largest + 2; id++) this.#offsets[id]! += this.#offsets[id - 1]!;
    this.#positions = new Int32Array(text.length);
    for (let position = 0; position < text.length; position++) {
      this.#positions[this.#offsets[text[position]! + 1]!++] = position;
    }
    const words = Math.ceil(text.length / 32);
    for (let id = 0; id <= largest; id++) {
      const [start, end] = [this.#offsets[id]!, this.#offsets[id + 1]!];
      if (end - start > words) this.#masks.set(id, toMask(this.#positions.subarray(start, end), words));
    }
  }

  /**
   * Turns a row, or the first words of one, into the next one in place: V' = (V + (V & M)) | (V & ~M), M the positions of
   * the token. Only words with a position, and those a carry runs through, are touched.
   *
   * @param rows where the row begins at `offset`, with so many words
   */
  advance(rows: Int32Array, offset: number, words: number, id: number): void {
    const positions = this.#positions;
    if (id + 2 >= this.#offsets.length) return;
    const bits = this.#masks.get(id);
    if (bits !== undefined) {
      advanceAll(rows, offset, words, bits);
      return;
    }
    let index = this.#offsets[id]!;
    const end = this.#offsets[id + 1]!;
    let word = 0;
    let carry = 0;
    while (index < end) {
      const target = positions[index]! >>> 5;
      if (target >= words) break;
      if (carry !== 0 && word < target) carry = carryThrough(rows, offset + word, offset + target);
      word = target;
      let mask = 0;
      do mask |= 1 << (positions[index++]! & 31);
      while (index < end && positions[index]! >>> 5 === target);
      const value = rows[offset + word]!;
      const hit = value & mask;
      const sum = (((value + hit) | 0) + carry) | 0;
      carry = ((value & hit) | ((value | hit) & ~sum)) >>> 31;
      rows[offset + word] = sum | (value & ~mask);
      word++;
    }
    if (carry !== 0) carryThrough(rows, offset + word, offset + words);
  }
}

function toMask(positions: Int32Array, words: number): Int32Array {
  const mask = new Int32Array(words);
  for (const position of positions) mask[position >>> 5]! |= 1 << (position & 31);
  return mask;
}

/** The same step over all words of a row. */
function advanceAll(rows: Int32Array, offset: number, words: number, bits: Int32Array): void {
  let carry = 0;
  for (let word = 0; word < words; word++) {
    const mask = bits[word]!;
    const value = rows[offset + word]!;
    const hit = value & mask;
    const sum = (((value + hit) | 0) + carry) | 0;
    carry = ((value & hit) | ((value | hit) & ~sum)) >>> 31;
    rows[offset + word] = sum | (value & ~mask);
  }
}

/** Adds a carry to the words from `from` on, up to `to`; gives what is left of it. */
function carryThrough(rows: Int32Array, from: number, to: number): 0 | 1 {
  for (let word = from; word < to; word++) {
    const value = rows[word]!;
    const sum = (value + 1) | 0;
    rows[word] = sum | value;
    // Only a word of ones hands the carry on.
    if (value !== -1) return 0;
  }
  return 1;
}

/** The last clear bit at or before a position of a row that begins at `offset`, or -1. */
export function lastClear(rows: Int32Array, offset: number, position: number): number {
  if (position < 0) return -1;
  let word = position >>> 5;
  let clear = ~rows[offset + word]! & (-1 >>> (31 - (position & 31)));
  while (clear === 0) {
    if (--word < 0) return -1;
    clear = ~rows[offset + word]!;
  }
  return word * 32 + 31 - Math.clz32(clear);
}

/** Number of set bits of a 32-bit word. */
export function popCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** All rows are kept while they fit into 4 Mi words (16 MiB); beyond, about the square root of their number. */
function spacingFor(rows: number, words: number): number {
  return rows * words <= 4 << 20 ? rows + 1 : Math.ceil(Math.sqrt(rows));
}
