import { GramIndex, gramHash } from '../align/gram-index.ts';
import type { Tokens } from '../document/tokens.ts';

/** Stretches of so many tokens are looked up; shorter ones stand anywhere by chance. */
export const GRAM = 4;
/** So many places of a stretch are tried, the first of the page: that bounds the work. */
const MOST_PLACES = 64;

/** Where the tokens of a page stand. */
export class TokenIndex {
  readonly #ids: Int32Array;
  readonly #grams: GramIndex;
  readonly #tokens: GramIndex;

  constructor({ ids }: Tokens) {
    this.#ids = ids;
    this.#grams = new GramIndex(ids, GRAM);
    this.#tokens = new GramIndex(ids, 1);
  }

  /** Places where four tokens of a text may begin, ascending; none where it ends before. Equal hashes are not compared. */
  gramPlaces(text: Int32Array, at: number): number[] {
    return at + GRAM > text.length ? [] : placesIn(this.#grams, gramHash(text, at, GRAM));
  }

  /** Places of a token, ascending. */
  tokenPlaces(text: Int32Array, at: number): number[] {
    return placesIn(this.#tokens, gramHash(text, at, 1));
  }

  /** How many tokens of a text from one place on are those of the page from another on. */
  matchLength(text: Int32Array, at: number, end: number, place: number): number {
    const most = Math.min(end - at, this.#ids.length - place);
    let length = 0;
    while (length < most && text[at + length] === this.#ids[place + length]) length++;
    return length;
  }
}

function placesIn(index: GramIndex, hash: number): number[] {
  const places: number[] = [];
  for (let at = index.first(hash); at >= 0 && places.length < MOST_PLACES; at = index.next[at]!)
    places.push(at);
  return places;
}
