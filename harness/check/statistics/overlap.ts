import { squeeze } from '../../document/squeeze.ts';
import { sha256 } from '../../util/sha256.ts';
import { NEARLY_THE_SAME, Resemblances } from '../resemblances.ts';

/** Pages of two corpora that are the same, or nearly. */
export interface Overlap {
  readonly corpora: readonly [string, string];
  readonly pairs: readonly Pair[];
}

interface Pair {
  /** One of each corpus, by identifier. */
  readonly pages: readonly [string, string];
  /** `same`: the same text but for white space. `similar`: at least 80 % of the stretches of five words in common. */
  readonly kind: 'same' | 'similar';
}

interface SeenPage {
  readonly corpus: string;
  readonly id: string;
}

/** Finds what corpora have in common: it is given the text of every page and keeps a sketch of each. */
export class OverlapSearch {
  readonly #resemblances = new Resemblances(NEARLY_THE_SAME);
  readonly #pages = new Map<string, SeenPage>();
  readonly #byText = new Map<string, SeenPage[]>();
  readonly #overlaps = new Map<
    string,
    { readonly corpora: readonly [string, string]; readonly pairs: Pair[] }
  >();

  add(corpus: string, id: string, text: string): void {
    const squeezed = squeeze(text);
    if (squeezed === '') return;
    const page = { corpus, id };
    const key = JSON.stringify(page);
    this.#pages.set(key, page);
    const textKey = sha256(squeezed);
    const same = this.#byText.get(textKey) ?? [];
    this.#byText.set(textKey, [...same, page]);
    for (const other of same) this.#note(other, page, 'same');
    for (const { id: otherKey } of this.#resemblances.add(key, text)) {
      const other = this.#pages.get(otherKey)!;
      if (!same.includes(other)) this.#note(other, page, 'similar');
    }
  }

  /** For each two corpora that share pages: which; corpora in the order in which they came. */
  result(): Overlap[] {
    return [...this.#overlaps.values()];
  }

  #note(a: SeenPage, b: SeenPage, kind: Pair['kind']): void {
    if (a.corpus === b.corpus) return;
    const key = JSON.stringify([a.corpus, b.corpus]);
    const overlap = this.#overlaps.get(key) ?? { corpora: [a.corpus, b.corpus], pairs: [] };
    overlap.pairs.push({ pages: [a.id, b.id], kind });
    this.#overlaps.set(key, overlap);
  }
}
