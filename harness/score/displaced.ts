import { Fate } from '../align/alignment.ts';
import type { Alignment, GoldSequence } from '../align/alignment.ts';
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
    moved: missing.reduce((sum, flag, index) => sum + (flag & moved[index]!), 0),
    repeated: matched.reduce((sum, flag, index) => sum + (flag & repeated[index]!), 0),
  };
}

/** Shorter stretches are found everywhere by chance. */
const SHORTEST = 5;
/** Fewer tokens than this between losses on both sides do not end a run of them: small words match anywhere. */
const ISLAND = 3;
/** Of a stretch that stands in gold more often than this only the first places are tried, which bounds the work. */
const MOST_PLACES = 16;

/** Tokens, and which of them take part. */
interface FlaggedTokens {
  readonly ids: Int32Array;
  readonly flags: Uint8Array;
}

/**
 * Finds what came out in another place: stretches of five flagged tokens or more of an extraction that equal stretches
 * of flagged gold tokens, from the start of the extraction on, the longest first place each.
 *
 * @param reuse whether a gold token may be found again and again
 * @returns 1 for each gold token that was found
 */
function findEchoes(extraction: FlaggedTokens, gold: FlaggedTokens, reuse: boolean): Uint8Array {
  const found = new Uint8Array(gold.ids.length);
  const places = placesIn(gold, hashesOf(extraction));
  if (places.size === 0) return found;
  for (let at = 0; at < extraction.ids.length;) {
    const { place, length } = longestAt(at, extraction, gold, places, reuse ? undefined : found);
    found.fill(1, place, place + length);
    at += Math.max(1, length);
  }
  return found;
}

/** Flags as they are, and those of islands of fewer than three tokens between flagged ones on both sides. */
function withIslands(flags: Uint8Array): Uint8Array {
  const bridged = flags.slice();
  let last = -1;
  flags.forEach((flag, index) => {
    if (flag === 0) return;
    if (last >= 0 && index - last - 1 < ISLAND) bridged.fill(1, last + 1, index);
    last = index;
  });
  return bridged;
}

function longestAt(
  at: number,
  extraction: FlaggedTokens,
  gold: FlaggedTokens,
  places: ReadonlyMap<number, readonly number[]>,
  taken: Uint8Array | undefined,
): { readonly place: number; readonly length: number } {
  let best = { place: 0, length: 0 };
  for (const place of places.get(hashAt(extraction, at) ?? Number.NaN) ?? []) {
    let length = 0;
    while (
      extraction.flags[at + length] === 1 &&
      gold.flags[place + length] === 1 &&
      extraction.ids[at + length] === gold.ids[place + length] &&
      taken?.[place + length] !== 1
    ) {
      length++;
    }
    if (length >= SHORTEST && length > best.length) best = { place, length };
  }
  return best;
}

function hashesOf(tokens: FlaggedTokens): Set<number> {
  const hashes = new Set<number>();
  for (let at = 0; at < tokens.ids.length; at++) {
    const hash = hashAt(tokens, at);
    if (hash !== undefined) hashes.add(hash);
  }
  return hashes;
}

function placesIn(gold: FlaggedTokens, wanted: ReadonlySet<number>): Map<number, number[]> {
  const places = new Map<number, number[]>();
  if (wanted.size === 0) return places;
  for (let at = 0; at < gold.ids.length; at++) {
    const hash = hashAt(gold, at);
    if (hash === undefined || !wanted.has(hash)) continue;
    const known = places.get(hash);
    if (known === undefined) places.set(hash, [at]);
    else if (known.length < MOST_PLACES) known.push(at);
  }
  return places;
}

/** A hash of the five tokens from a place on, if all of them are flagged. Equal hashes are compared token by token. */
function hashAt({ ids, flags }: FlaggedTokens, at: number): number | undefined {
  let hash = 17;
  for (let index = at; index < at + SHORTEST; index++) {
    if (flags[index] !== 1) return undefined;
    hash = Math.imul(hash, 31_415_821) + ids[index]!;
  }
  return hash | 0;
}
