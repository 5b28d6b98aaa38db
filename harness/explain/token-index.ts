import type { Tokens } from '../document/tokens.ts';

/** Stretches of so many tokens are looked up; shorter ones stand anywhere by chance. */
export const GRAM = 4;
/** So many places of a stretch are tried, the first of the page: that bounds the work. */
const MOST_PLACES = 64;

/** Where the tokens of a page stand. */
export class TokenIndex {
  readonly #ids: Int32Array;
  /** The first place of each hash; `#next` leads from a place to the next of the same hash. */
  readonly #firstGram = new Map<number, number>();
  readonly #nextGram: Int32Array;
  readonly #firstToken = new Map<number, number>();
  readonly #nextToken: Int32Array;

  constructor({ ids, length }: Tokens) {
    this.#ids = ids;
    this.#nextGram = new Int32Array(length).fill(-1);
    this.#nextToken = new Int32Array(length).fill(-1);
    for (let at = length - 1; at >= 0; at--) {
      this.#nextToken[at] = this.#firstToken.get(ids[at]!) ?? -1;
      this.#firstToken.set(ids[at]!, at);
      if (at + GRAM > length) continue;
      const hash = hashAt(ids, at);
      this.#nextGram[at] = this.#firstGram.get(hash) ?? -1;
      this.#firstGram.set(hash, at);
    }
  }

  /** Places where four tokens of a text may begin, ascending; none where it ends before. Equal hashes are not compared. */
  gramPlaces(text: Int32Array, at: number): number[] {
    if (at + GRAM > text.length) return [];
    return follow(this.#firstGram.get(hashAt(text, at)), this.#nextGram);
  }

  /** Places of a token, ascending. */
  tokenPlaces(id: number): number[] {
    return follow(this.#firstToken.get(id), this.#nextToken);
  }

  /** How many tokens of a text from one place on are those of the page from another on. */
  matchLength(text: Int32Array, at: number, end: number, place: number): number {
    let length = 0;
    while (
      at + length < end &&
      place + length < this.#ids.length &&
      text[at + length] === this.#ids[place + length]
    ) {
      length++;
    }
    return length;
  }
}

function follow(first: number | undefined, next: Int32Array): number[] {
  const places: number[] = [];
  for (let at = first ?? -1; at >= 0 && places.length < MOST_PLACES; at = next[at]!) places.push(at);
  return places;
}

function hashAt(ids: Int32Array, at: number): number {
  let hash = 17;
  for (let index = at; index < at + GRAM; index++) hash = Math.imul(hash, 31_415_821) + ids[index]!;
  return hash | 0;
}
