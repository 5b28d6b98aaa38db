import { Fate } from '../../align/alignment.ts';
import type { PageExplanation } from '../../explain/explanation.ts';
import type { ScoringInput } from '../../score/scoring-input.ts';

/** A stretch of text of one sort. */
export interface DiffPiece {
  readonly sort: 'same' | 'missing' | 'surplus' | 'neutral';
  readonly text: string;
  /** How many tokens it has. */
  readonly tokens: number;
  /** Index of the run that it is of, where runs were given and it is surplus or missing. */
  readonly run?: number;
}

/** The runs that pieces are told apart by. */
export type Runs = Pick<PageExplanation, 'surplus' | 'missing'>;

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
  readonly pieces: { sort: DiffPiece['sort']; text: string; tokens: number; run?: number }[];
  readonly goldTokens: Set<number>;
  readonly tokens: Set<number>;
  /** The block of the extraction that its last tokens are of. */
  block?: number;
}

/**
 * The alignment of an extraction with gold as paragraphs: matched text, and between it what is missing and what came out.
 * Surplus stands in the paragraph of gold whose block of the extraction it is in, else in one of its own.
 *
 * @param runs of the explanation: then a piece is of one run only. Default: pieces are of one sort only.
 */
export function diffParagraphs(input: ScoringInput, runs: Runs = NO_RUNS): DiffParagraph[] {
  return new Differ(input, runs).run();
}

const NO_RUNS: Runs = { surplus: [], missing: [] };

class Differ {
  readonly #input: ScoringInput;
  readonly #paragraphs: OpenParagraph[] = [];
  /** For each token of the extraction, and each of gold, the run that it is of. */
  readonly #surplus: readonly (number | undefined)[];
  readonly #missing: readonly (number | undefined)[];

  constructor(input: ScoringInput, { surplus, missing }: Runs) {
    this.#input = input;
    this.#surplus = runOf(surplus);
    this.#missing = runOf(missing);
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
    const run = sort === 'missing' ? this.#missing[index] : undefined;
    append(paragraph, sort, textFrom(document.blocks[block]!.text, tokens, index), run);
  }

  #addExtracted(sort: 'surplus' | 'neutral', token: number): void {
    const { tokens, document } = this.#input;
    const block = tokens.block[token]!;
    const paragraph = this.#paragraphFor((last) => last.block === block, {});
    paragraph.block = block;
    paragraph.tokens.add(token);
    const run = sort === 'surplus' ? this.#surplus[token] : undefined;
    append(paragraph, sort, textFrom(document.blocks[block]!.text, tokens, token), run);
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

function append(
  { pieces }: OpenParagraph,
  sort: DiffPiece['sort'],
  text: string,
  run: number | undefined,
): void {
  const last = pieces.at(-1);
  if (last?.sort === sort && last.run === run) {
    last.text += text;
    last.tokens++;
  } else pieces.push({ sort, text, tokens: 1, ...(run !== undefined && { run }) });
}

/** By token the index of the run whose range it is in. */
function runOf(runs: Runs['surplus'] | Runs['missing']): (number | undefined)[] {
  const of: (number | undefined)[] = [];
  runs.forEach(({ range }, run) => {
    for (let token = range.start; token < range.end; token++) of[token] = run;
  });
  return of;
}

/** A token with the signs and the space up to the next one of its block. */
function textFrom(text: string, tokens: ScoringInput['tokens'], token: number): string {
  const from = token > 0 && tokens.block[token - 1] === tokens.block[token] ? tokens.start[token]! : 0;
  const isNext = token + 1 < tokens.length && tokens.block[token + 1] === tokens.block[token];
  return text.slice(from, isNext ? tokens.start[token + 1] : text.length);
}
