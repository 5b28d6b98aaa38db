import { align } from './lcs.ts';
import { OptionalBlocks } from './optional-blocks.ts';

/** A stretch of tokens, `end` exclusive. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** Gold as the aligner reads it. */
export interface GoldSequence {
  /** Token ids of required and optional gold, in page order. */
  readonly ids: Int32Array;
  /** 1 for a required token, 0 for an optional one. */
  readonly required: Uint8Array;
  /** For each token the paragraph, item or cell that it stands in, by any number. */
  readonly block: Int32Array;
  /** The optional blocks: disjoint stretches of optional tokens, in page order. */
  readonly optional: readonly TokenRange[];
}

/** What became of a token of the extraction. */
export const Fate = {
  /** In no gold that is left: it should not have come out. */
  SURPLUS: 0,
  /** Matched with a required gold token. */
  MATCHED: 1,
  /** Claimed by an optional block: counts for nothing. */
  CLAIMED: 2,
} as const;

export type Fate = (typeof Fate)[keyof typeof Fate];

/** The match of an extraction with gold, from which score, diff and explanation are all made. */
export interface Alignment {
  /** For each extraction token the gold token it is matched with or claimed by, or -1. */
  readonly goldOf: Int32Array;
  /** A `Fate` for each extraction token. */
  readonly fate: Uint8Array;
}

/**
 * Aligns an extraction with gold. Required gold must come out. An optional block neither gains nor costs, dropped or
 * kept, wherever it stands: what it claims is taken out of the extraction and matches nothing else, and the block itself
 * is never in the sequence that is aligned.
 *
 * 1. Blocks that came out whole claim a place each, the longest first, then in page order: all tokens of the block one
 *    behind the other, in what no block before has claimed, as if that had never stood there.
 * 2. A place is no place of the block where the same words are those of required gold: they stand there too, with the same
 *    token before and behind them as far as the required block goes on. Each place in required gold accounts for one
 *    place in the extraction, those with most such neighbours first. A required block of exactly these words accounts for
 *    the place of which most tokens are matched when the extraction is aligned with required gold and nothing is claimed.
 *    The block claims the first place that is left.
 * 3. What is left is aligned with required gold by a longest common subsequence (`align`).
 * 4. A block that has no place claims the larger half of itself: of the stretches that are twice as long and begin at each
 *    half length of the block, the one that has the longest common subsequence with it, if that is half of the block or
 *    more and most of it is surplus. Only surplus takes part, with what is matched beside it in runs of fewer than three
 *    tokens, for small words match anywhere; and only the tokens of that subsequence are claimed. Blocks claim longest
 *    first; of equal stretches the first.
 * 5. Stretches of five such tokens or more that stand in blocks which have claimed nothing are claimed as well.
 * 6. If anything was claimed in 4 or 5, what is left then is aligned again. It is matched or surplus.
 *
 * So a whole block that has a word of its own counts as if it stood in neither extraction nor gold, whatever else is
 * missing, surplus or in disorder. Words that stand elsewhere too, in surplus or in damaged required text, may be claimed
 * there by a block that was dropped. Less than half of a block, in stretches shorter than five tokens, is surplus.
 * Without optional gold this is step 3 alone. Time and memory are those of `align`.
 */
export function alignWithGold(extraction: Int32Array, gold: GoldSequence): Alignment {
  if (gold.optional.length === 0) return toAlignment(align(extraction, gold.ids));
  const blocks = new OptionalBlocks(extraction, gold);
  blocks.claimWhole();
  let matched = blocks.alignRest();
  if (blocks.claimParts(matched)) matched = blocks.alignRest();
  return toAlignment(matched, blocks.claimed);
}

function toAlignment(matched: Int32Array, claimed?: Int32Array): Alignment {
  const goldOf = matched.slice();
  const fate = new Uint8Array(matched.length);
  for (let position = 0; position < matched.length; position++) {
    if (matched[position]! >= 0) fate[position] = Fate.MATCHED;
    else if (claimed !== undefined && claimed[position]! >= 0) {
      fate[position] = Fate.CLAIMED;
      goldOf[position] = claimed[position]!;
    }
  }
  return { goldOf, fate };
}

/** The counts of an alignment, in tokens. */
export interface AlignmentCounts {
  /** Required gold tokens. */
  readonly required: number;
  /** Required gold tokens that came out. */
  readonly matched: number;
  /** Required gold tokens that did not. */
  readonly missing: number;
  readonly surplus: number;
  /** Extraction tokens claimed by optional blocks: without gain or loss. */
  readonly neutral: number;
}

/** Counts an alignment. `required = matched + missing`; `matched + surplus + neutral` are all that came out. */
export function countAlignment(alignment: Alignment, gold: GoldSequence): AlignmentCounts {
  let required = 0;
  for (const flag of gold.required) required += flag;
  let matched = 0;
  let surplus = 0;
  let neutral = 0;
  for (const fate of alignment.fate) {
    if (fate === Fate.SURPLUS) surplus++;
    else if (fate === Fate.MATCHED) matched++;
    else neutral++;
  }
  return { required, matched, missing: required - matched, surplus, neutral };
}
