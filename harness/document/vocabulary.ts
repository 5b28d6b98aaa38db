const FEWEST_SLOTS = 64;

/**
 * Interns words as small integers, so that texts are compared as numbers. A vocabulary may continue another one, whose
 * numbers it shares; the other must not grow from then on. So gold is numbered once, and each extraction adds its own
 * words. Words are looked up where they stand in a text, and cut out only where they are new.
 */
export class Vocabulary {
  readonly #base: Vocabulary | undefined;
  readonly #first: number;
  readonly #words: string[] = [];
  readonly #hashes: number[] = [];
  /** A hash table with open addresses: 1 + the index of a word, or 0. */
  #slots = new Int32Array(FEWEST_SLOTS);

  constructor(base?: Vocabulary) {
    this.#base = base;
    this.#first = base?.size ?? 0;
  }

  /** Number of different words seen, those of the vocabulary that it continues among them. */
  get size(): number {
    return this.#first + this.#words.length;
  }

  /** The number of a word: 0, 1, 2 … in the order in which they were first seen. */
  idOf(word: string): number {
    return this.idOfPart(word, 0, word.length);
  }

  /** The number of the word that stands between two offsets of a text. */
  idOfPart(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const known = this.#find(text, start, end, hash);
    if (known >= 0) return known;
    if (2 * this.#words.length >= this.#slots.length) this.#grow();
    this.#hashes.push(hash);
    this.#slots[this.#freeSlot(hash)] = this.#words.push(text.slice(start, end));
    return this.size - 1;
  }

  /** The number of a word that has been seen; undefined for any other. */
  find(word: string): number | undefined {
    const known = this.#find(word, 0, word.length, hashOf(word, 0, word.length));
    return known < 0 ? undefined : known;
  }

  /** The word of a number that `idOf` has given. */
  wordOf(id: number): string {
    return id < this.#first ? this.#base!.wordOf(id) : this.#words[id - this.#first]!;
  }

  /** How many of the first numbers are those of the same words in another vocabulary, because both continue one. */
  sharedWith(other: Vocabulary): number {
    for (let their: Vocabulary | undefined = other; their !== undefined; their = their.#base)
      if (their === this) return this.size;
    return this.#base === undefined ? 0 : this.#base.sharedWith(other);
  }

  #find(text: string, start: number, end: number, hash: number): number {
    const known = this.#base === undefined ? -1 : this.#base.#find(text, start, end, hash);
    if (known >= 0) return known;
    const last = this.#slots.length - 1;
    for (let slot = hash & last; this.#slots[slot] !== 0; slot = (slot + 1) & last) {
      const index = this.#slots[slot]! - 1;
      if (this.#hashes[index] === hash && isAt(this.#words[index]!, text, start, end))
        return this.#first + index;
    }
    return -1;
  }

  #freeSlot(hash: number): number {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    this.#slots = new Int32Array(4 * this.#slots.length);
    this.#hashes.forEach((hash, index) => (this.#slots[this.#freeSlot(hash)] = index + 1));
  }
}

/** FNV-1a over the UTF-16 units, with the upper bits mixed into the lower ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
