/** Texts that are kept once, by their index: extractors return the same paragraphs, which are also those of the page. */
export class SharedTexts {
  readonly all: string[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(text: string): number {
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    const index = this.all.push(text) - 1;
    this.#indices.set(text, index);
    return index;
  }
}
