import { createHash } from 'node:crypto';
import { squeeze } from '../../document/squeeze.ts';
import { Resemblances } from '../resemblances.ts';

/** Pages of two corpora that are the same, or nearly. */
export interface Overlap {
  readonly corpora: readonly [string, string];
  readonly pairs: readonly {
    /** One of each corpus, by identifier. */
    readonly pages: readonly [string, string];
    /** `same`: the same text but for white space. `similar`: at least 80 % of the stretches of five words in common. */
    readonly kind: 'same' | 'similar';
  }[];
}

const LEAST_RESEMBLANCE = 0.8;

interface SeenPage {
  readonly corpus: string;
  readonly id: string;
}

/** Finds what corpora have in common: it is given the text of every page and keeps a sketch of each. */
export class OverlapSearch {
  readonly #resemblances = new Resemblances(LEAST_RESEMBLANCE);
  readonly #byText = new Map<string, SeenPage[]>();
  readonly #pairs = new Map<string, Overlap['pairs'][number][]>();

  add(corpus: string, id: string, text: string): void {
    const squeezed = squeeze(text);
    if (squeezed === '') return;
    const digest = createHash('sha256').update(squeezed).digest('base64');
    const same = this.#byText.get(digest) ?? [];
    const similar = this.#resemblances
      .add(JSON.stringify({ corpus, id }), text)
      .map(({ id: key }) => JSON.parse(key) as SeenPage);
    for (const other of same) this.#note(other, { corpus, id }, 'same');
    for (const other of similar) {
      if (!same.some((each) => each.corpus === other.corpus && each.id === other.id))
        this.#note(other, { corpus, id }, 'similar');
    }
    this.#byText.set(digest, [...same, { corpus, id }]);
  }

  /** For each pair of corpora that share pages: which; corpora in the order in which they came. */
  result(): Overlap[] {
    return [...this.#pairs].map(([corpora, pairs]) => ({
      corpora: JSON.parse(corpora) as [string, string],
      pairs,
    }));
  }

  #note(a: SeenPage, b: SeenPage, kind: 'same' | 'similar'): void {
    if (a.corpus === b.corpus) return;
    const key = JSON.stringify([a.corpus, b.corpus]);
    const pairs = this.#pairs.get(key) ?? [];
    pairs.push({ pages: [a.id, b.id], kind });
    this.#pairs.set(key, pairs);
  }
}
