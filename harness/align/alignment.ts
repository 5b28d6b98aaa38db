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
