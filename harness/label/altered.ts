import { align } from '../align/lcs.ts';
import { lowerBound } from '../document/lower-bound.ts';
import type { SqueezedText } from '../document/squeeze.ts';
import type { Tokens, Vocabulary } from '../document/tokens.ts';
import { tokenize } from '../document/tokens.ts';

/** Stretches at most this many times as long as the text that is looked for. */
const WIDEST = 2;

/** The tokens of a page with their places in its squeezed text. */
export interface PlacedTokens {
  readonly ids: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Where the tokens of a page stand in its squeezed text. */
export function placeTokens(tokens: Tokens, text: SqueezedText): PlacedTokens {
  const start = new Int32Array(tokens.length);
  const end = new Int32Array(tokens.length);
  let unit = 0;
  for (let token = 0; token < tokens.length; token++) {
    unit = unitFrom(text, unit, tokens.block[token]!, tokens.start[token]!);
    start[token] = unit;
    unit = unitFrom(text, unit, tokens.block[token]!, tokens.end[token]!);
    end[token] = unit;
  }
  return { ids: tokens.ids, start, end };
}

/** The first unit, from one on, that stands at or behind an offset of a block. */
function unitFrom({ block, start }: SqueezedText, from: number, wanted: number, offset: number): number {
  let unit = from;
  while (unit < block.length && (block[unit]! < wanted || (block[unit] === wanted && start[unit]! < offset)))
    unit++;
  return unit;
}

/**
 * Looks between two positions for a text that is not there verbatim: the stretch of page tokens, at most twice as
 * long, that shares the most tokens with it.
 *
 * @returns the matched stretches in the squeezed text, if more than half of the text's tokens are matched in order;
 * neighbouring tokens are one stretch
 */
export function findAltered(
  text: string,
  tokens: PlacedTokens,
  vocabulary: Vocabulary,
  [from, to]: readonly [number, number],
): { start: number; end: number }[] | undefined {
  const wanted: Tokens = tokenize([{ text }], vocabulary);
  const window = richestWindow(tokens, wanted.ids, from, to);
  if (window === undefined) return undefined;
  const ids = tokens.ids.subarray(window.start, window.end);
  const matched: number[] = [];
  align(ids, wanted.ids).forEach((other, index) => {
    if (other >= 0) matched.push(window.start + index);
  });
  return 2 * matched.length > wanted.length ? stretchesOf(matched, tokens) : undefined;
}

/** The window that shares the most tokens with the text, the first of equal ones; none if that is not over half. */
function richestWindow(
  { ids, start, end }: PlacedTokens,
  wanted: Int32Array,
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  const first = lowerBound(start, from);
  const last = lowerBound(end, to + 1);
  const width = Math.min(WIDEST * wanted.length, last - first);
  const left = new Map<number, number>();
  for (const id of wanted) left.set(id, (left.get(id) ?? 0) + 1);
  let shared = 0;
  let most = Math.floor(wanted.length / 2);
  let best: number | undefined;
  for (let at = first; at < last; at++) {
    shared += take(left, ids[at]!, 1);
    if (at - width >= first) shared += take(left, ids[at - width]!, -1);
    if (shared <= most) continue;
    most = shared;
    best = Math.max(first, at - width + 1);
  }
  return best === undefined ? undefined : { start: best, end: Math.min(best + width, last) };
}

/** Takes a token into the window (1) or out of it (-1); says by how much what is shared changes. */
function take(left: Map<number, number>, id: number, step: 1 | -1): number {
  const rest = left.get(id);
  if (rest === undefined) return 0;
  left.set(id, rest - step);
  if (step === 1) return rest > 0 ? 1 : 0;
  return rest >= 0 ? -1 : 0;
}

function stretchesOf(
  matched: readonly number[],
  { start, end }: PlacedTokens,
): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  matched.forEach((token, index) => {
    const last = stretches.at(-1);
    if (last !== undefined && matched[index - 1] === token - 1) last.end = end[token]!;
    else stretches.push({ start: start[token]!, end: end[token]! });
  });
  return stretches;
}
