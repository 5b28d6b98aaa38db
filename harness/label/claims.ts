import { placesOf } from '../util/find-text.ts';
import type { SqueezedText } from '../document/squeeze.ts';

/** From here on a text that begins or ends inside a word of the page is hardly there by chance. */
const TELLING_LENGTH = 16;

/** The text of a page, and which stretches of it already have a label. */
export class Claims {
  readonly text: string;
  readonly #glued: Uint8Array;
  /** For each unit of the text 1 + the number of its claim, 0 where it has none. */
  readonly #claimOf: Int32Array;

  constructor({ text, glued }: SqueezedText) {
    this.text = text;
    this.#glued = glued;
    this.#claimOf = new Int32Array(text.length);
  }

  /** The number that `claim` gave to what holds this unit; none: undefined. */
  claimAt(at: number): number | undefined {
    const claim = this.#claimOf[at] ?? 0;
    return claim === 0 ? undefined : claim - 1;
  }

  claim(start: number, end: number, number: number): void {
    this.#claimOf.fill(number + 1, start, end);
  }

  isFree(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#claimOf[at] !== 0) return false;
    return true;
  }

  /**
   * Where a text begins in the page, free or not, ascending; no more than `most`. A short text inside longer words
   * (`ad` in `read`) counts only if it stands nowhere by itself, or next to what has a label: words may be glued.
   */
  occurrences(text: string, most: number): number[] {
    const all = placesOf(text, this.text, most);
    if (text.length >= TELLING_LENGTH) return all;
    const whole = all.filter((at) => this.#standsAlone(at, at + text.length));
    return whole.length > 0 ? whole : all;
  }

  #standsAlone(start: number, end: number): boolean {
    const begins = this.#glued[start] !== 1 || this.#claimOf[start - 1] !== 0;
    const ends = this.#glued[end] !== 1 || this.#claimOf[end] !== 0;
    return begins && ends;
  }
}
