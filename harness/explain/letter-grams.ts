export const WINDOW_LETTERS = 4;
/** Of each letter the lower eight bits are looked at, so that four letters are one number. */
const [BITS, MASK] = [8, 0xff];
const FACTOR = 0x9e3779b1;

/** Which stretches of four letters some texts have: what is not there is found so without looking through all of them. */
export class LetterGrams {
  readonly #has: Uint8Array;
  readonly #shift: number;

  constructor(texts: readonly string[]) {
    const letters = texts.reduce((sum, text) => sum + text.length, 0);
    const bits = Math.min(20, Math.max(10, 34 - Math.clz32(letters)));
    this.#shift = 32 - bits;
    this.#has = new Uint8Array(2 ** bits);
    for (const text of texts) {
      let window = 0;
      for (let at = 0; at < text.length; at++) {
        window = nextWindow(window, text.charCodeAt(at));
        if (at >= WINDOW_LETTERS - 1) this.#has[Math.imul(window, FACTOR) >>> this.#shift] = 1;
      }
    }
  }

  /** False: none of the texts has this one. */
  mayHave(text: string): boolean {
    let window = 0;
    for (let at = 0; at < text.length; at++) {
      window = nextWindow(window, text.charCodeAt(at));
      if (at >= WINDOW_LETTERS - 1 && !this.has(window)) return false;
    }
    return true;
  }

  /** Whether one of the texts may have the four letters of a window (`nextWindow`). */
  has(window: number): boolean {
    return this.#has[Math.imul(window, FACTOR) >>> this.#shift] === 1;
  }
}

/** The last four letters of a text that goes on with this one, as one number. */
export function nextWindow(window: number, letter: number): number {
  return (window << BITS) | (letter & MASK);
}
