import { Fate } from '../align/alignment.ts';
import type { Alignment, GoldSequence } from '../align/alignment.ts';
import { withIslands } from '../align/islands.ts';
import { findEchoes } from '../align/stretches.ts';
import type { Echo } from '../align/stretches.ts';
import type { Tokens } from '../document/tokens.ts';
import type { PageScore } from '../model/score.ts';

/** Required gold tokens by what became of them, and which of them came out elsewhere, or once more. */
export interface DisplacedTokens {
  readonly required: number;
  readonly extracted: number;
  /** Missing in their place, but in a surplus stretch. */
  readonly moved: number;
  /** Matched in their place, and in a surplus stretch as well. */
  readonly repeated: number;
}

/** A page by the share of its required tokens that are of one sort; undefined where nothing is required or came out. */
export function scoreDisplaced(displaced: DisplacedTokens, figure: 'moved' | 'repeated'): PageScore {
  const { required, extracted, [figure]: count } = displaced;
  const counts = { required, [figure]: count };
  if (required === 0) return { counts, figures: { [figure]: { undefined: 'nothing-required' } } };
  if (extracted === 0) return { counts, figures: { [figure]: { undefined: 'nothing-extracted' } } };
  return { counts, figures: { [figure]: count / required } };
}

/** Looks for gold in what is surplus, on the alignment that every token metric counts on. */
export function displacedTokens(alignment: Alignment, gold: GoldSequence, tokens: Tokens): DisplacedTokens {
  const isMatched = new Uint8Array(gold.ids.length);
  const surplus = new Uint8Array(tokens.length);
  alignment.goldOf.forEach((goldIndex, index) => {
    if (alignment.fate[index] === Fate.SURPLUS) surplus[index] = 1;
    else isMatched[goldIndex] = 1;
  });
  const missing = gold.required.map((flag, index) => flag & (1 - isMatched[index]!));
  const matched = gold.required.map((flag, index) => flag & isMatched[index]!);
  const extraction = { ids: tokens.ids, flags: withIslands(surplus) };
  const moved = findEchoes(extraction, { ids: gold.ids, flags: withIslands(missing) }, false);
  const repeated = findEchoes(extraction, { ids: gold.ids, flags: matched }, true);
  return {
    required: gold.required.reduce((sum, flag) => sum + flag, 0),
    extracted: tokens.length,
    moved: countFlags(missing, moved),
    repeated: countFlags(matched, repeated),
  };
}

/** How many flagged tokens are in some echo. */
function countFlags(flags: Uint8Array, echoes: readonly Echo[]): number {
  const found = new Uint8Array(flags.length);
  for (const { place, length } of echoes) found.fill(1, place, place + length);
  return flags.reduce((sum, flag, index) => sum + (flag & found[index]!), 0);
}
