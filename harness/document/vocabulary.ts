/**
 * Interns strings (or other primitive values) as small integers, so that texts are compared as numbers. A vocabulary may
 * continue another one, whose numbers it shares; the other must not grow from then on. So gold is numbered once, and
 * each extraction adds its own words.
 */
export class Vocabulary<Word extends string | number = string> {
  readonly #base: Vocabulary<Word> | undefined;
  readonly #first: number;
  readonly #ids = new Map<Word, number>();
  readonly #words: Word[] = [];

  constructor(base?: Vocabulary<Word>) {
    this.#base = base;
    this.#first = base?.size ?? 0;
  }

  /** Number of different words seen, those of the vocabulary that it continues among them. */
  get size(): number {
    return this.#first + this.#words.length;
  }

  /** The number of a word: 0, 1, 2 … in the order in which they were first seen. */
  idOf(word: Word): number {
    const known = this.find(word);
    if (known !== undefined) return known;
    const id = this.size;
    this.#ids.set(word, id);
    this.#words.push(word);
    return id;
  }

  /** The number of a word that has been seen; undefined for any other. */
  find(word: Word): number | undefined {
    return this.#base?.find(word) ?? this.#ids.get(word);
  }

  /** The word of a number that `idOf` has given. */
  wordOf(id: number): Word {
    return id < this.#first ? this.#base!.wordOf(id) : this.#words[id - this.#first]!;
  }
}
