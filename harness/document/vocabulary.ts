/** Interns strings as small integers, so that texts are compared as numbers. Gold and extraction share one. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];

  /** Number of different strings seen. */
  get size(): number {
    return this.#ids.size;
  }

  /** The number of a string: 0, 1, 2 … in the order in which they were first seen. */
  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    this.#words.push(word);
    return id;
  }

  /** The string of a number that `idOf` has given. */
  wordOf(id: number): string {
    return this.#words[id]!;
  }
}
