import { lowerBound } from '../document/lower-bound.ts';
import type { Tokens, Vocabulary } from '../document/tokens.ts';
import type { TokenRange } from '../align/alignment.ts';
import { LetterGrams, WINDOW_LETTERS, nextWindow } from './letter-grams.ts';
import { ownCopy } from '../util/own-copy.ts';

const ASCII_WORD = /^[A-Za-z0-9]+$/;
/** The one sign that a token may have. */
const LOW_LINE = 0x5f;

/** A text without case, marks and signs: what is left when it is altered on its way. */
export function fold(text: string): string {
  // Most words are of ASCII, and taking letters apart takes longest.
  if (ASCII_WORD.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Tokens of a first and of a second half, ascending. */
type Halves = readonly [heads: readonly number[], tails: readonly number[]];

/** The tokens of a page run together in folded form, in which glued, split and respelled words are found. */
export class FoldedTokens {
  readonly text: string;
  /** Where each token begins in the text; at the end its length. */
  readonly #starts: Int32Array;
  readonly #words: readonly string[];
  #places: ReadonlyMap<string, readonly number[]> | undefined;
  readonly #has = new Map<string, boolean>();
  readonly #halves = new Map<string, readonly Halves[]>();
  readonly #grams: LetterGrams;

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
    this.#grams = new LetterGrams([this.text]);
  }

  /**
   * False: tokens of a text stand nowhere in folded form, run together. Looks at their letters as they are, and so is true for
   * what has to be folded first: for all that is not ASCII.
   */
  mayHave(text: string, { start, end }: Pick<Tokens, 'start' | 'end'>, range: TokenRange): boolean {
    let window = 0;
    let letters = 0;
    for (let token = range.start; token < range.end; token++) {
      for (let at = start[token]!; at < end[token]!; at++) {
        const unit = text.charCodeAt(at);
        if (unit > 0x7f) return true;
        if (unit === LOW_LINE) continue;
        // A small letter; digits stay.
        window = nextWindow(window, unit | 0x20);
        if (++letters >= WINDOW_LETTERS && !this.#grams.has(window)) return false;
      }
    }
    return true;
  }

  /** Whether a text stands anywhere in folded form, whole tokens or not; what has been asked is remembered. */
  has(folded: string): boolean {
    if (!this.#grams.mayHave(folded)) return false;
    const known = this.#has.get(folded);
    if (known !== undefined) return known;
    const isThere = folded !== '' && this.text.includes(folded);
    this.#has.set(ownCopy(folded), isThere);
    return isThere;
  }

  /** The tokens of two words in folded form that make up this one, for each way to cut it, with two letters each at least. */
  halvesOf(word: string): readonly Halves[] {
    const known = this.#halves.get(word);
    if (known !== undefined) return known;
    const halves: Halves[] = [];
    for (let cut = 2; cut <= word.length - 2; cut++) {
      const heads = this.placesOf(word.slice(0, cut));
      const tails = heads.length === 0 ? [] : this.placesOf(word.slice(cut));
      if (tails.length > 0) halves.push([heads, tails]);
    }
    this.#halves.set(ownCopy(word), halves);
    return halves;
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
