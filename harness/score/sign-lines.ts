import type { PreparedGold } from './prepared-gold.ts';

/** How often a line is required and optional in one place. */
export interface SignLine {
  readonly required: number;
  readonly optional: number;
}

/**
 * The lines of gold that have no token, such as `{`, `***` or `★★★★☆`: no alignment says what becomes of them. By the last token
 * of gold that stands before them, -1 at the beginning, then by their text without white space around it. Blank lines are none.
 */
export type SignLines = ReadonlyMap<number, ReadonlyMap<string, SignLine>>;

export const LINE_BREAK = /[\n\r\u2028\u2029\u0085]/;

export function signLinesOf({ document, tokens }: PreparedGold): SignLines {
  const byPlace = new Map<number, Map<string, SignLine>>();
  let token = 0;
  for (const [index, { text, role }] of document.blocks.entries()) {
    let end = -1;
    for (const line of text.split(LINE_BREAK)) {
      end += line.length + 1;
      const before = token;
      while (tokens.block[token] === index && tokens.start[token]! < end) token++;
      const sign = line.trim();
      if (token > before || sign === '') continue;
      const place = byPlace.get(token - 1) ?? new Map<string, SignLine>();
      byPlace.set(token - 1, place);
      const known = place.get(sign) ?? { required: 0, optional: 0 };
      place.set(sign, { ...known, [role]: known[role] + 1 });
    }
  }
  return byPlace;
}
