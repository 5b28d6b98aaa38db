import { lowerBound } from '../document/lower-bound.ts';
import type { Tokens, Vocabulary } from '../document/tokens.ts';
import type { TokenRange } from '../align/alignment.ts';

const ASCII_WORD = /^[A-Za-z0-9]+$/;

/** A text without case, marks and signs: what is left when it is altered on its way. */
export function fold(text: string): string {
  // Most words are of ASCII, and taking letters apart takes longest.
  if (ASCII_WORD.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** The tokens of a page run together in folded form, in which glued, split and respelled words are found. */
export class FoldedTokens {
  readonly text: string;
  /** Where each token begins in the text; at the end its length. */
  readonly #starts: Int32Array;
  readonly #words: readonly string[];
  #places: ReadonlyMap<string, readonly number[]> | undefined;
  readonly #has = new Map<string, boolean>();

  constructor({ ids, length }: Tokens, vocabulary: Vocabulary) {
    const known = new Map<number, string>();
    this.#words = Array.from(ids, (id) => {
      const word = known.get(id) ?? fold(vocabulary.wordOf(id));
      known.set(id, word);
      return word;
    });
    this.#starts = new Int32Array(length + 1);
    this.#words.forEach((word, token) => (this.#starts[token + 1] = this.#starts[token]! + word.length));
    this.text = this.#words.join('');
  }

  /** Whether a text stands anywhere in folded form, whole tokens or not; what has been asked is remembered. */
  has(folded: string): boolean {
    const known = this.#has.get(folded) ?? (folded !== '' && this.text.includes(folded));
    this.#has.set(folded, known);
    return known;
  }

  /** The tokens of a word in folded form, ascending. */
  placesOf(word: string): readonly number[] {
    this.#places ??= placesByWord(this.#words);
    return this.#places.get(word) ?? [];
  }

  /** The first stretch of whole tokens within a range of them that reads like this in folded form. */
  find(folded: string, { start, end }: TokenRange): TokenRange | undefined {
    if (folded === '') return undefined;
    const from = this.#starts[Math.max(0, start)]!;
    const window = this.text.slice(from, this.#starts[Math.min(end, this.#starts.length - 1)]);
    for (let found = window.indexOf(folded); found >= 0; found = window.indexOf(folded, found + 1)) {
      const at = from + found;
      const first = lowerBound(this.#starts, at);
      const last = lowerBound(this.#starts, at + folded.length);
      if (this.#starts[first] === at && this.#starts[last] === at + folded.length)
        return { start: first, end: last };
    }
    return undefined;
  }
}

function placesByWord(words: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  words.forEach((word, token) => {
    const known = places.get(word);
    if (known === undefined) places.set(word, [token]);
    else known.push(token);
  });
  return places;
}
