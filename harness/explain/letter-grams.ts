const LENGTH = 4;

/** Which stretches of four letters some texts have: what is not there is found so without looking through all of them. */
export class LetterGrams {
  readonly #has: Uint8Array;
  readonly #shift: number;

  constructor(texts: readonly string[]) {
    const letters = texts.reduce((sum, text) => sum + text.length, 0);
    const bits = Math.min(20, Math.max(10, 34 - Math.clz32(letters)));
    this.#shift = 32 - bits;
    this.#has = new Uint8Array(2 ** bits);
    for (const text of texts)
      for (let at = 0; at + LENGTH <= text.length; at++) this.#has[hashAt(text, at) >>> this.#shift] = 1;
  }

  /** False: none of the texts has this one. */
  mayHave(text: string): boolean {
    for (let at = 0; at + LENGTH <= text.length; at++)
      if (this.#has[hashAt(text, at) >>> this.#shift] === 0) return false;
    return true;
  }
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + LENGTH; index++) hash = Math.imul(hash, 31) + text.charCodeAt(index);
  return Math.imul(hash, 0x9e3779b1);
}
