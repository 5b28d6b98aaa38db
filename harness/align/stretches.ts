import { GramIndex, gramHash } from './gram-index.ts';

/** Where a sequence stands in another one, overlapping places too, ascending (Knuth, Morris, Pratt). An empty sequence stands nowhere. */
export function occurrences(sequence: Int32Array, text: Int32Array): number[] {
  const length = sequence.length;
  if (length === 0 || length > text.length) return [];
  const border = new Int32Array(length + 1);
  for (let at = 1, matched = 0; at < length; at++) {
    while (matched > 0 && sequence[at] !== sequence[matched]) matched = border[matched]!;
    if (sequence[at] === sequence[matched]) matched++;
    border[at + 1] = matched;
  }
  const places: number[] = [];
  for (let at = 0, matched = 0; at < text.length; at++) {
    while (matched > 0 && (matched === length || text[at] !== sequence[matched])) matched = border[matched]!;
    if (text[at] === sequence[matched]) matched++;
    if (matched === length) places.push(at - length + 1);
  }
  return places;
}

/** Shorter stretches are found everywhere by chance. */
const SHORTEST = 5;
/** Of a stretch that stands in gold more often than this only the first places are tried, which bounds the work. */
const MOST_PLACES = 16;

/** Tokens, and which of them take part. */
export interface FlaggedTokens {
  readonly ids: Int32Array;
  readonly flags: Uint8Array;
}

/** A stretch of an extraction that equals one of gold. */
export interface Echo {
  /** First token in the extraction. */
  readonly at: number;
  /** First token in gold. */
  readonly place: number;
  /** In tokens, at least five. */
  readonly length: number;
}

/** Where each stretch of five tokens of a sequence begins, as long as the sequence lives: gold meets many extractions. */
const stretchesOf = new WeakMap<Int32Array, GramIndex>();

function allStretches(ids: Int32Array): GramIndex {
  const known = stretchesOf.get(ids) ?? new GramIndex(ids, SHORTEST);
  stretchesOf.set(ids, known);
  return known;
}

/**
 * Finds what came out in another place: stretches of five flagged tokens or more of an extraction that equal stretches
 * of flagged gold tokens, from the start of the extraction on, the longest first place each.
 *
 * @param reuse whether a gold token may be found again and again
 */
export function findEchoes(extraction: FlaggedTokens, gold: FlaggedTokens, reuse: boolean): Echo[] {
  const echoes: Echo[] = [];
  // Whatever their flags: what is not among all need not be looked for among the flagged.
  let all: GramIndex | undefined;
  let places: GramIndex | undefined;
  const taken = new Uint8Array(gold.ids.length);
  // Behind the flagged tokens that begin at the one looked at.
  let end = 0;
  for (let at = 0; at + SHORTEST <= extraction.ids.length;) {
    if (end < at) end = at;
    while (end < at + SHORTEST && extraction.flags[end] === 1) end++;
    if (end < at + SHORTEST) {
      at = end + 1;
      continue;
    }
    const hash = gramHash(extraction.ids, at, SHORTEST);
    all ??= allStretches(gold.ids);
    if (all.first(hash) < 0) {
      at++;
      continue;
    }
    places ??= new GramIndex(gold.ids, SHORTEST, gold.flags);
    const { place, length } = longestAt(at, extraction, gold, places.first(hash), places.next, taken);
    if (length > 0) echoes.push({ at, place, length });
    if (!reuse) taken.fill(1, place, place + length);
    at += Math.max(1, length);
  }
  return echoes;
}

const NOTHING = { place: 0, length: 0 };

function longestAt(
  at: number,
  extraction: FlaggedTokens,
  gold: FlaggedTokens,
  first: number,
  next: Int32Array,
  taken: Uint8Array,
): { readonly place: number; readonly length: number } {
  let best = NOTHING;
  let tried = 0;
  for (let place = first; place >= 0 && tried < MOST_PLACES; place = next[place]!, tried++) {
    let length = 0;
    while (
      extraction.flags[at + length] === 1 &&
      gold.flags[place + length] === 1 &&
      extraction.ids[at + length] === gold.ids[place + length] &&
      taken[place + length] !== 1
    ) {
      length++;
    }
    if (length >= SHORTEST && length > best.length) best = { place, length };
  }
  return best;
}
