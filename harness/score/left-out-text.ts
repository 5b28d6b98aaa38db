import { Fate } from '../align/alignment.ts';
import type { Alignment, GoldSequence, TokenRange } from '../align/alignment.ts';
import type { Tokens } from '../document/tokens.ts';
import { LINE_BREAK } from './sign-lines.ts';
import type { SignLine, SignLines } from './sign-lines.ts';

/**
 * A text without the optional text that an alignment found in it; in its place stands one space.
 *
 * Of the claimed tokens those are left out that stand there as text: stretches that are the same in gold and hold half of
 * their block, and all in lines of which more than half is claimed. Others were picked out of text that is
 * something else, which would be damaged.
 *
 * What is no token goes with the tokens of its line: left out between two that are left out and between one and the
 * end of its line. Between one that is left out and one that stays, what white space parts from the latter is left out;
 * without white space it goes with the token before it. A line without a token stays or goes as gold has it in that place, so
 * that gold itself is what it should be; one that gold does not have there goes with what stands before it.
 *
 * @param tokens the tokens of the text, as of one block
 */
export function leaveOutOptional(
  text: string,
  tokens: Pick<Tokens, 'length' | 'start' | 'end'>,
  alignment: Alignment,
  gold: Pick<GoldSequence, 'optional'>,
  signs: SignLines,
): string {
  const { length, start, end } = tokens;
  const isLeftOut = optionalTokens(linesOf(text, tokens), alignment, gold);
  const parts: string[] = [];
  let position = 0;
  const cut = (from: number, to: number): void => {
    if (from > position) parts.push(text.slice(position, from));
    position = Math.max(position, to);
  };
  for (let next = 0; next <= length; next++) {
    const [goes, nextGoes] = [isLeftOut[next - 1] === 1, isLeftOut[next] === 1];
    const place = next === 0 ? -1 : alignment.goldOf[next - 1]!;
    const known = next === 0 || place >= 0 ? signs.get(place) : undefined;
    if (!goes && !nextGoes && known === undefined) continue;
    const [from, to] = [end[next - 1] ?? 0, start[next] ?? text.length];
    const gap = text.slice(from, to);
    const lines = gap.split(LINE_BREAK);
    if (lines.length === 1) {
      if (goes) cut(from, next === length ? to : from + lastSpace(gap));
      if (nextGoes) cut(next === 0 ? 0 : from + firstSpace(gap), end[next]!);
      continue;
    }
    const stays = staysInPlace(known, goes);
    let at = from;
    for (const [number, line] of lines.entries()) {
      const isRest = number === 0 && next > 0;
      const isBeginning = number === lines.length - 1 && next < length;
      if (isRest && goes) cut(at, at + line.length);
      if (isBeginning && nextGoes) cut(at, end[next]!);
      // With the line break before it.
      if (!isRest && !isBeginning && !stays(line)) cut(Math.max(from, at - 1), at + line.length);
      at += line.length + 1;
    }
  }
  parts.push(text.slice(position));
  return parts.join(' ');
}

/** Whether lines without a token stay, asked in their order, in a place that gold has such lines in. */
function staysInPlace(
  known: ReadonlyMap<string, SignLine> | undefined,
  goesBefore: boolean,
): (line: string) => boolean {
  const seen = new Map<string, number>();
  let goes = goesBefore;
  return (line) => {
    const sign = line.trim();
    const gold = known?.get(sign);
    const count = seen.get(sign) ?? 0;
    seen.set(sign, count + 1);
    if (gold !== undefined && count < gold.required + gold.optional) goes = count >= gold.required;
    return !goes;
  };
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
