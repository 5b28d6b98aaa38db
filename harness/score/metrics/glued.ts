import { Fate } from '../../align/alignment.ts';
import type { TokenRange } from '../../align/alignment.ts';
import { CharacterClass, characterClass } from '../../document/characters.ts';
import type { Tokens } from '../../document/tokens.ts';
import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { PreparedGold } from '../prepared-gold.ts';
import type { ScoringInput } from '../scoring-input.ts';

/**
 * Words glued across the border of a block: the share of first and last words of required blocks that came out as part
 * of a longer word, `InformationBrasilia`. 0 is best. Where punctuation stands at the border nothing is glued, for a
 * token ends there. Undefined where no block has such an edge, as in scripts without spaces, or nothing came out.
 * Corpus: plain mean over pages.
 */
export const glued: Metric = {
  name: 'glued',
  version: 2,
  definition: 'share of first and last words of blocks that came out glued to another word',
  source: 'Assay',
  needs: 'text',
  figures: ['glued'],
  headline: 'glued',
  best: 0,
  companion: true,
  reads: 'blocks',
  keys: { norm: 'nfkc' },
  aggregation: 'mean-of-pages',

  scorePage(input) {
    const { edges, glued: count } = gluedEdges(input);
    const counts = { edges, glued: count };
    if (edges === 0) return { counts, figures: { glued: { undefined: 'nothing-required' } } };
    if (input.tokens.length === 0) return { counts, figures: { glued: { undefined: 'nothing-extracted' } } };
    return { counts, figures: { glued: count / edges } };
  },

  describe({ edges = 0, glued: count = 0 }) {
    return `${count} of ${edges} first and last words of blocks glued`;
  },

  aggregate(scores) {
    return meansOf(scores, glued.figures);
  },
};

/** The first and last words of required blocks, and how many of them came out glued to a word of something else. */
interface EdgeCounts {
  readonly edges: number;
  readonly glued: number;
}

/**
 * Counts glued edges. An edge is glued if its word is missing and a surplus token in its place ends with it (a first
 * word) or begins with it (a last word) and is longer. In its place means beside the match of its neighbour in the
 * block; the word of a block of one word has no neighbour, and is glued if the token is it and the edge of a block next
 * to it. Scripts without spaces between words have no edges: there a character is a token, and nothing can be glued.
 */
function gluedEdges(input: ScoringInput): EdgeCounts {
  const edges = input.gold.derived(edgesOf);
  const search = new GlueSearch(input);
  return { edges: edges.length, glued: edges.filter((edge) => search.isGlued(edge)).length };
}

/** A first or last word. */
interface Edge {
  readonly word: string;
  /** Index of its token in gold, and of its neighbour in the block, if there is one. */
  readonly token: number;
  readonly neighbour?: number;
  /** The word that follows the last one, or precedes the first one, in the block beside it. */
  readonly across?: string;
  readonly side: 'first' | 'last';
}

function edgesOf({ tokens, document, vocabulary }: PreparedGold): Edge[] {
  const blocks = blockRanges(tokens);
  const word = (token: number): string => vocabulary.wordOf(tokens.ids[token]!);
  return blocks.flatMap(({ start, end }, index): Edge[] => {
    if (document.blocks[tokens.block[start]!]!.role !== 'required') return [];
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const edges: Edge[] = [
      {
        word: word(start),
        token: start,
        side: 'first',
        ...(end - start > 1 && { neighbour: start + 1 }),
        ...(before !== undefined && { across: word(before.end - 1) }),
      },
      {
        word: word(end - 1),
        token: end - 1,
        side: 'last',
        ...(end - start > 1 && { neighbour: end - 2 }),
        ...(after !== undefined && { across: word(after.start) }),
      },
    ];
    return edges.filter((edge) => characterClass(edge.word.codePointAt(0)!) === CharacterClass.WORD);
  });
}

/** Stretches of tokens that share a block. */
function blockRanges({ block, length }: Tokens): TokenRange[] {
  const ranges: TokenRange[] = [];
  let start = 0;
  for (let end = 1; end <= length; end++) {
    if (end < length && block[end] === block[start]) continue;
    ranges.push({ start, end });
    start = end;
  }
  return ranges;
}

class GlueSearch {
  readonly #input: ScoringInput;
  /** For each gold token its place in the extraction, or −1. */
  readonly #place: Int32Array;
  #words: ReadonlySet<string | undefined> | undefined;

  constructor(input: ScoringInput) {
    this.#input = input;
    const { alignment, gold } = input;
    this.#place = new Int32Array(gold.tokens.length).fill(-1);
    alignment.fate.forEach((fate, index) => {
      if (fate !== Fate.SURPLUS) this.#place[alignment.goldOf[index]!] = index;
    });
  }

  isGlued({ word, token, neighbour, across, side }: Edge): boolean {
    if (this.#place[token]! >= 0) return false;
    if (neighbour === undefined) {
      return across !== undefined && this.#surplus.has(side === 'first' ? across + word : word + across);
    }
    const beside = this.#place[neighbour]!;
    if (beside < 0) return false;
    const glue = this.#surplusAt(side === 'first' ? beside - 1 : beside + 1);
    if (glue === undefined || glue.length <= word.length) return false;
    return side === 'first' ? glue.endsWith(word) : glue.startsWith(word);
  }

  /** The word of a token of the extraction, if it is surplus. */
  #surplusAt(index: number): string | undefined {
    const { alignment, tokens, vocabulary } = this.#input;
    return alignment.fate[index] === Fate.SURPLUS ? vocabulary.wordOf(tokens.ids[index]!) : undefined;
  }

  /** All surplus words; looked up only where a block is one word. */
  get #surplus(): ReadonlySet<string | undefined> {
    const { fate } = this.#input.alignment;
    return (this.#words ??= new Set(Array.from(fate, (_, index) => this.#surplusAt(index))));
  }
}
