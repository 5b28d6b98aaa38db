import { BitRows, PositionIndex, lastClear, popCount } from './bit-rows.ts';

/**
 * Aligns two token sequences by a longest common subsequence; which of several is settled by a walk back from the end
 * that skips extraction tokens first, then gold tokens.
 *
 * @param extraction token ids of what came out
 * @param gold token ids of gold, from the same vocabulary
 * @returns for each extraction token the index of the gold token it is matched with, or -1
 *
 * Exact. Time: extraction × gold / 32 word steps. Memory: near linear (see `BitRows`). Either side empty: nothing is matched.
 */
export function align(extraction: Int32Array, gold: Int32Array): Int32Array {
  const goldOf = new Int32Array(extraction.length).fill(-1);
  // No alignment has more than a common prefix, and the walk back, which prefers early tokens, ends there too. (A common
  // suffix could be matched beforehand as well, but the walk would match other tokens.)
  const prefix = commonPrefix(extraction, gold);
  for (let index = 0; index < prefix; index++) goldOf[index] = index;
  const left = keepShared(extraction, gold, prefix);
  const right = keepShared(gold, extraction, prefix);
  const matched = walkBack(left.ids, right.ids);
  for (let index = 0; index < matched.length; index++) {
    const goldIndex = matched[index]!;
    if (goldIndex >= 0) goldOf[left.index[index]!] = right.index[goldIndex]!;
  }
  return goldOf;
}

/**
 * Length of the longest common subsequence of two sequences of ids. One row of bits is kept: memory is linear, time
 * text × pattern / 32 word steps at most. Either side empty: 0.
 */
export function lcsLength(pattern: Int32Array, text: Int32Array): number {
  const row = new Int32Array(Math.ceil(text.length / 32)).fill(-1);
  const positions = new PositionIndex(text);
  for (const id of pattern) positions.advance(row, 0, row.length, id);
  let clear = row.length * 32;
  for (const word of row) clear -= popCount(word);
  return clear;
}

function commonPrefix(extraction: Int32Array, gold: Int32Array): number {
  const limit = Math.min(extraction.length, gold.length);
  let length = 0;
  while (length < limit && extraction[length] === gold[length]) length++;
  return length;
}

interface SharedTokens {
  readonly ids: Int32Array;
  /** Index of each kept token in the whole sequence. */
  readonly index: Int32Array;
}

/** The tokens from `from` on that the other side has too: no others can be matched. */
function keepShared(sequence: Int32Array, other: Int32Array, from: number): SharedTokens {
  let largest = -1;
  for (let at = from; at < other.length; at++) if (other[at]! > largest) largest = other[at]!;
  const occurs = new Uint8Array(largest + 1);
  for (let at = from; at < other.length; at++) occurs[other[at]!] = 1;
  const ids = new Int32Array(sequence.length - from);
  const index = new Int32Array(sequence.length - from);
  let kept = 0;
  for (let at = from; at < sequence.length; at++) {
    if (occurs[sequence[at]!] !== 1) continue;
    ids[kept] = sequence[at]!;
    index[kept++] = at;
  }
  return { ids: ids.subarray(0, kept), index: index.subarray(0, kept) };
}

/** Where the text's bit is clear, dropping that token would cost length. */
function walkBack(text: Int32Array, pattern: Int32Array): Int32Array {
  const patternOf = new Int32Array(text.length).fill(-1);
  const rows = new BitRows(pattern, text);
  let position = text.length - 1;
  for (let j = pattern.length; j > 0; j--) {
    position = lastClear(rows.block, rows.offsetOf(j, position + 1), position);
    if (position < 0) break;
    // Clear in the row above as well: this pattern token is not needed.
    if (!isClear(rows.block, rows.offsetOf(j - 1, position + 1), position)) patternOf[position--] = j - 1;
  }
  return patternOf;
}

function isClear(rows: Int32Array, offset: number, position: number): boolean {
  return ((rows[offset + (position >>> 5)]! >>> (position & 31)) & 1) === 0;
}
