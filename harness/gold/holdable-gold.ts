import type { Gold } from '../model/gold.ts';
import { strangerInLiteral } from './text-style.ts';

/** Gold whose texts YAML can hold, and the first text that had to be changed, if one had to. */
export interface HoldableGold {
  readonly gold: Gold;
  readonly changed?: string;
}

/**
 * Gold of a dataset without the characters that a `gold.yaml` cannot hold, each replaced by one that is the same to
 * every metric: line and paragraph separators and U+0085, which are white space, by a space; halves of surrogate
 * pairs, which are no part of a word, by U+FFFD; in code, which has no escapes, controls by U+FFFD too, and the byte
 * order mark, which is ignored, by a zero-width space, which is too. Blocks that are blank then are left out.
 */
export function holdableGold(gold: Gold): HoldableGold {
  let changed: string | undefined;
  const hold = (text: string, isCode: boolean): string => {
    const held = isCode ? holdableCode(holdable(text)) : holdable(text);
    if (held !== text) changed ??= text;
    return held;
  };
  // oxlint-disable-next-line no-unsafe-type-assertion -- texts become texts, all else stays
  const held = mapTexts(gold, hold, false) as Gold;
  const { body, ...others } = held;
  const shown = body?.filter((entry) => !('text' in entry) || /\S/u.test(entry.text));
  return {
    gold: shown === undefined ? others : { ...others, body: shown },
    ...(changed !== undefined && { changed }),
  };
}

function holdable(text: string): string {
  return text.replace(/[\u0085\u2028\u2029]/gu, ' ').toWellFormed();
}

function holdableCode(text: string): string {
  if (strangerInLiteral(text) === undefined) return text;
  const known = text.replace(/\r\n?/gu, '\n').replaceAll('\ufeff', '\u200b');
  const characters = Array.from(known);
  const isHeld = (character: string): boolean => strangerInLiteral(character) === undefined;
  return characters.map((character) => (isHeld(character) ? character : '\ufffd')).join('');
}

type Change = (text: string, isCode: boolean) => string;

/** The same data with every text in it changed; what is undefined is left out. */
function mapTexts(value: unknown, change: Change, isCode: boolean): unknown {
  if (typeof value === 'string') return change(value, isCode);
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change, isCode));
  if (typeof value !== 'object' || value === null) return value;
  const isInner = 'kind' in value && value.kind === 'code';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([key, each]) => [key, mapTexts(each, change, isInner)]));
}
