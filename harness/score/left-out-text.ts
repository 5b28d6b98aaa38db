import { Fate } from '../align/alignment.ts';
import type { Alignment, GoldSequence, TokenRange } from '../align/alignment.ts';
import type { Tokens } from '../document/tokens.ts';

const LINE_BREAK = /[\n\r\u2028\u2029\u0085]/;

/**
 * A text without the optional text that an alignment found in it; in its place stands one space.
 *
 * Of the claimed tokens those are left out that stand there as text: stretches that are the same in gold and hold half of
 * their block, and all in lines of which more than half is claimed. Others were picked out of text that is
 * something else, which would be damaged.
 *
 * What is no token goes with the tokens of its line: left out between two that are left out and between one and the
 * end of its line. Between one that is left out and one that stays, what white space parts from the latter is left out;
 * without white space it goes with the token before it. Lines without a token go with what stands before them.
 *
 * @param tokens the tokens of the text, as of one block
 */
export function leaveOutOptional(
  text: string,
  tokens: Pick<Tokens, 'length' | 'start' | 'end'>,
  alignment: Alignment,
  gold: Pick<GoldSequence, 'optional'>,
): string {
  const isLeftOut = optionalTokens(linesOf(text, tokens), alignment, gold);
  const { length, start, end } = tokens;
  const parts: string[] = [];
  let position = 0;
  for (let token = 0; token < length; token++) {
    if (isLeftOut[token] === 0) continue;
    const [last, next] = [end[token - 1] ?? 0, start[token + 1] ?? text.length];
    const before = text.slice(last, start[token]);
    const from = last + lineStart(before, token === 0 ? 0 : firstSpace(before));
    const after = text.slice(end[token], next);
    const to = end[token]! + (token === length - 1 ? after.length : lineEnd(after, lastSpace(after)));
    if (from > position) parts.push(text.slice(position, from));
    position = Math.max(position, to);
  }
  parts.push(text.slice(position));
  return parts.join(' ');
}

/** 1 for each token that is optional text. */
function optionalTokens(
  lines: Int32Array,
  { goldOf, fate }: Alignment,
  { optional }: Pick<GoldSequence, 'optional'>,
): Uint8Array {
  const blockOf = new Map<number, TokenRange>();
  for (const block of optional) for (let at = block.start; at < block.end; at++) blockOf.set(at, block);
  const isOptional = new Uint8Array(fate.length);
  const mark = (start: number, end: number): void => {
    for (let at = start; at < end; at++) if (fate[at] === Fate.CLAIMED) isOptional[at] = 1;
  };
  eachRange(fate.length, (a, b) => lines[a] === lines[b], (start, end) => {
    const claimed = fate.subarray(start, end).filter((each) => each === Fate.CLAIMED).length;
    if (2 * claimed > end - start) mark(start, end);
  }); // prettier-ignore
  const isSameStretch = (a: number, b: number): boolean =>
    fate[a] === fate[b] && goldOf[b] === goldOf[a]! + 1 && blockOf.get(goldOf[a]!) === blockOf.get(goldOf[b]);
  eachRange(fate.length, isSameStretch, (start, end) => {
    const block = blockOf.get(goldOf[start]!);
    if (block === undefined) return;
    if (2 * (end - start) >= block.end - block.start) mark(start, end);
  });
  return isOptional;
}

/** Calls `take` with each longest range of which neighbours belong together. */
function eachRange(
  length: number,
  belongs: (one: number, next: number) => boolean,
  take: (start: number, end: number) => void,
): void {
  let start = 0;
  for (let end = 1; end <= length; end++) {
    if (end < length && belongs(end - 1, end)) continue;
    take(start, end);
    start = end;
  }
}

/** For each token the line that it stands in, by any number. */
function linesOf(text: string, { length, start, end }: Pick<Tokens, 'length' | 'start' | 'end'>): Int32Array {
  const lines = new Int32Array(length);
  for (let token = 1; token < length; token++) {
    const isNext = LINE_BREAK.test(text.slice(end[token - 1], start[token]));
    lines[token] = lines[token - 1]! + (isNext ? 1 : 0);
  }
  return lines;
}

/** Where the last line of a gap begins; `otherwise` in a gap of one line. */
function lineStart(gap: string, otherwise: number): number {
  const last = lastBreak(gap);
  return last < 0 ? otherwise : last + 1;
}

/** Where the line break before the last line of a gap stands; `otherwise` in a gap of one line. */
function lineEnd(gap: string, otherwise: number): number {
  const last = lastBreak(gap);
  return last < 0 ? otherwise : last;
}

function lastBreak(gap: string): number {
  for (let at = gap.length - 1; at >= 0; at--) if (LINE_BREAK.test(gap[at]!)) return at;
  return -1;
}

/** The offset of the first white space, or the end. */
function firstSpace(gap: string): number {
  const first = gap.search(/\s/);
  return first < 0 ? gap.length : first;
}

/** The offset of the last white space, or the end. */
function lastSpace(gap: string): number {
  for (let at = gap.length - 1; at >= 0; at--) if (/\s/.test(gap[at]!)) return at;
  return gap.length;
}
