import { Fate } from '../../align/alignment.ts';
import type { ScoringInput } from '../../score/scoring-input.ts';

/** A stretch of text of one sort. */
export interface DiffPiece {
  readonly sort: 'same' | 'missing' | 'surplus' | 'neutral';
  readonly text: string;
  /** How many tokens it has. */
  readonly tokens: number;
}

/** A paragraph of a diff: a block of gold with what came out in it, or a block that came out beside gold. */
export interface DiffParagraph {
  /** Index of the block of gold; absent for what stands between. */
  readonly gold?: number;
  readonly pieces: readonly DiffPiece[];
  /** The tokens of gold and of the extraction in it, for runs to be found in. */
  readonly goldTokens: ReadonlySet<number>;
  readonly tokens: ReadonlySet<number>;
}

interface OpenParagraph {
  gold?: number;
  readonly pieces: { sort: DiffPiece['sort']; text: string; tokens: number }[];
  readonly goldTokens: Set<number>;
  readonly tokens: Set<number>;
  /** The block of the extraction that its last tokens are of. */
  block?: number;
}

/**
 * The alignment of an extraction with gold as paragraphs: matched text, and between it what is missing and what came out.
 * Surplus stands in the paragraph of gold whose block of the extraction it is in, else in one of its own.
 */
export function diffParagraphs(input: ScoringInput): DiffParagraph[] {
  return new Differ(input).run();
}

class Differ {
  readonly #input: ScoringInput;
  readonly #paragraphs: OpenParagraph[] = [];

  constructor(input: ScoringInput) {
    this.#input = input;
  }

  run(): DiffParagraph[] {
    const { alignment, gold, tokens } = this.#input;
    const claimed = new Set<number>();
    alignment.goldOf.forEach((index, token) => {
      if (index >= 0 && alignment.fate[token] === Fate.CLAIMED) claimed.add(index);
    });
    let next = 0;
    const loseUntil = (end: number): void => {
      for (; next < end; next++) if (gold.sequence.required[next] === 1) this.#addGold('missing', next);
    };
    for (let token = 0; token < tokens.length; token++) {
      const fate = alignment.fate[token]!;
      if (fate !== Fate.MATCHED) {
        this.#addExtracted(fate === Fate.SURPLUS ? 'surplus' : 'neutral', token);
        continue;
      }
      const index = alignment.goldOf[token]!;
      loseUntil(index);
      next = index + 1;
      this.#addGold('same', index, token);
    }
    loseUntil(gold.tokens.length);
    return this.#paragraphs.map(({ gold: block, ...rest }) => ({
      ...rest,
      ...(block !== undefined && { gold: block }),
    }));
  }

  #addGold(sort: 'same' | 'missing', index: number, token?: number): void {
    const { tokens, document } = this.#input.gold;
    const block = tokens.block[index]!;
    const paragraph = this.#paragraphFor((last) => last.gold === block, { gold: block });
    paragraph.goldTokens.add(index);
    if (token !== undefined) {
      paragraph.block = this.#input.tokens.block[token]!;
      paragraph.tokens.add(token);
    }
    append(paragraph, sort, textFrom(document.blocks[block]!.text, tokens, index));
  }

  #addExtracted(sort: 'surplus' | 'neutral', token: number): void {
    const { tokens, document } = this.#input;
    const block = tokens.block[token]!;
    const paragraph = this.#paragraphFor((last) => last.block === block, {});
    paragraph.block = block;
    paragraph.tokens.add(token);
    append(paragraph, sort, textFrom(document.blocks[block]!.text, tokens, token));
  }

  #paragraphFor(
    belongs: (last: OpenParagraph) => boolean,
    start: Pick<OpenParagraph, 'gold'>,
  ): OpenParagraph {
    const last = this.#paragraphs.at(-1);
    if (last !== undefined && belongs(last)) return last;
    const opened = { ...start, pieces: [], goldTokens: new Set<number>(), tokens: new Set<number>() };
    this.#paragraphs.push(opened);
    return opened;
  }
}

function append({ pieces }: OpenParagraph, sort: DiffPiece['sort'], text: string): void {
  const last = pieces.at(-1);
  if (last?.sort === sort) {
    last.text += text;
    last.tokens++;
  } else pieces.push({ sort, text, tokens: 1 });
}

/** A token with the signs and the space up to the next one of its block. */
function textFrom(text: string, tokens: ScoringInput['tokens'], token: number): string {
  const from = token > 0 && tokens.block[token - 1] === tokens.block[token] ? tokens.start[token]! : 0;
  const isNext = token + 1 < tokens.length && tokens.block[token + 1] === tokens.block[token];
  return text.slice(from, isNext ? tokens.start[token + 1] : text.length);
}
