import { Fate } from '../align/alignment.ts';
import { Vocabulary, foldPythonSpace } from '../document/tokens.ts';
import type { GoldForm } from '../model/page.ts';
import type { ScoringInput } from '../score/scoring-input.ts';

/** What one extractor made of a page: the gold that it kept, and what it returned beside. */
export interface PageYield {
  /** A flag for each unit of required gold, in the order of gold: a token, or a snippet that must appear. */
  readonly kept: Uint8Array;
  /**
   * The surplus as numbers, ascending. A token is the same as one of another extractor if it is the same word behind the
   * same word, so that equal words of different texts are not taken for each other.
   */
  readonly surplus: Int32Array;
}

/** Makes the yields of one page, whose numbers mean the same in all of them. */
export class PageYields {
  readonly #words = new Vocabulary();
  readonly #pairs = new Map<number, number>();
  readonly #gold: GoldForm;

  constructor(gold: GoldForm) {
    this.#gold = gold;
  }

  of(input: ScoringInput): PageYield {
    return this.#gold === 'segments' ? snippetsOf(input) : this.#tokensOf(input);
  }

  #tokensOf({ alignment, gold, tokens, vocabulary }: ScoringInput): PageYield {
    const { required } = gold.sequence;
    const isKept = new Uint8Array(required.length);
    const surplus: number[] = [];
    let before = 0;
    alignment.fate.forEach((fate, token) => {
      const word = this.#words.idOf(vocabulary.wordOf(tokens.ids[token]!)) + 1;
      if (fate === Fate.MATCHED) isKept[alignment.goldOf[token]!] = 1;
      else if (fate === Fate.SURPLUS) surplus.push(this.#numberOf(before * MOST_WORDS + word));
      before = word;
    });
    return {
      kept: isKept.filter((_, index) => required[index] === 1),
      surplus: Int32Array.from(surplus.toSorted((a, b) => a - b)),
    };
  }

  #numberOf(pair: number): number {
    const number = this.#pairs.get(pair) ?? this.#pairs.size;
    this.#pairs.set(pair, number);
    return number;
  }
}

/** A page has fewer words: two of their numbers are one. */
const MOST_WORDS = 2 ** 26;

function snippetsOf({ gold, text }: ScoringInput): PageYield {
  const folded = foldPythonSpace(text);
  const { with: wanted = [], without: unwanted = [] } = gold.labels.segments ?? {};
  const isThere = (snippet: string): boolean => folded.includes(foldPythonSpace(snippet));
  return {
    kept: Uint8Array.from(wanted, (snippet) => Number(isThere(snippet))),
    surplus: Int32Array.from(unwanted.flatMap((snippet, index) => (isThere(snippet) ? [index] : []))),
  };
}
