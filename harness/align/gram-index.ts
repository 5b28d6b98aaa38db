/** Ids in a row of a sequence as one number. Equal hashes need not be equal ids. */
export function gramHash(ids: Int32Array, at: number, length: number): number {
  let hash = 17;
  for (let index = at; index < at + length; index++) hash = Math.imul(hash, 31_415_821) + ids[index]!;
  return hash | 0;
}

/** Where each stretch of so many ids begins in a sequence, by its hash. */
export class GramIndex {
  /** For each place the next one with the same hash, or -1. */
  readonly next: Int32Array;
  readonly #hashes: Int32Array;
  /** The first place of each hash, or -1 where a slot is free. */
  readonly #first: Int32Array;
  readonly #shift: number;

  /** @param takesPart if given, 1 for each id that may be in a stretch */
  constructor(ids: Int32Array, length: number, takesPart?: Uint8Array) {
    // Twice as many slots as places at least.
    const bits = Math.max(1, 33 - Math.clz32(ids.length));
    this.#shift = 32 - bits;
    this.#hashes = new Int32Array(2 ** bits);
    this.#first = new Int32Array(2 ** bits).fill(-1);
    this.next = new Int32Array(ids.length).fill(-1);
    let run = 0;
    for (let at = ids.length - 1; at >= 0; at--) {
      run = takesPart === undefined || takesPart[at] === 1 ? run + 1 : 0;
      if (run < length) continue;
      const hash = gramHash(ids, at, length);
      const slot = this.#slotOf(hash);
      this.#hashes[slot] = hash;
      this.next[at] = this.#first[slot]!;
      this.#first[slot] = at;
    }
  }

  /** The first place of a hash, or -1. */
  first(hash: number): number {
    return this.#first[this.#slotOf(hash)]!;
  }

  #slotOf(hash: number): number {
    const last = this.#first.length - 1;
    let slot = Math.imul(hash, 0x9e3779b1) >>> this.#shift;
    while (this.#first[slot]! >= 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & last;
    return slot;
  }
}
