import { excerpt } from '../util/excerpt.ts';
import { squeeze } from '../document/squeeze.ts';
import { tokenize } from '../document/tokens.ts';
import type { Tokens } from '../document/tokens.ts';
import type { CheckedPage } from './checked-page.ts';
import { fact, pageText, pageTokens } from './checked-page.ts';

/** A beginning of so many tokens is enough to know the place. */
const FEWEST_TOKENS = 3;
/** A stretch with fewer of the tokens is nothing near. */
const LEAST_OVERLAP = 0.5;
/** Tokens to show before the first difference. */
const LEAD_IN = 3;
/** Tokens of a page that are looked at, over and over, for all its missing texts; for the others no nearest is told. */
const MOST_TOKENS = 2 ** 26;
/** More than a message shows of a text. */
const SHOWN = 200;

/**
 * What of the page comes nearest to a text that it does not have, as the end of a message: the place where the
 * two part, if the text begins like a stretch of the page; else the stretch that shares the most tokens with it; nothing
 * where that is less than half of them, or where so many texts are missing that looking for each would take minutes.
 */
export function nearestText(page: CheckedPage, text: string): string {
  const { tokens, vocabulary } = pageTokens(page);
  const looks = looksAt(page);
  looks.tokens += tokens.length;
  if (looks.tokens > MOST_TOKENS) return '';
  const wanted = tokenize([{ text }], vocabulary);
  const source = pageText(page);
  const { at, length } = longestBeginning(page, wanted);
  if (length > 0 && length >= Math.min(FEWEST_TOKENS, wanted.length)) {
    const [there, here] = partingOf({ text: source, tokens, at }, { text, tokens: wanted, at: 0 }, length);
    return `: the page has ${there} where gold has ${here}`;
  }
  const best = mostAlike(tokens, wanted);
  if (best === undefined) return '';
  return `, nearest is ${excerpt(source.slice(tokens.start[best.from], tokens.end[best.to - 1]))}`;
}

/** How many tokens of the page were looked at for what comes nearest to its missing texts. */
const looksAt = fact(() => ({ tokens: 0 }));

/** Whether the page has all the tokens of a text in a row, so that only other signs can differ. */
export function hasWordsOf(page: CheckedPage, text: string): boolean {
  const wanted = tokenize([{ text }], pageTokens(page).vocabulary);
  return wanted.length > 0 && longestBeginning(page, wanted).length === wanted.length;
}

/** Page and gold from shortly before the first of the common tokens around which they differ. */
function partingOf(page: Stretch, gold: Stretch, common: number): [page: string, gold: string] {
  const first = gold.tokens.start[0]!;
  const before = gold.text.slice(0, first).trimStart();
  const start = page.tokens.start[page.at]!;
  if (page.text.slice(start - before.length, start) !== before) {
    return [beginOf(page.text, start), beginOf(gold.text)];
  }
  const shown = Math.max(0, firstGap(page, gold, common - 1) - LEAD_IN);
  return [
    beginOf(page.text, page.tokens.start[page.at + shown]),
    beginOf(gold.text, gold.tokens.start[shown]),
  ];
}

function beginOf(text: string, start = 0): string {
  return excerpt(text.slice(start, start + SHOWN));
}

/** Where the page has the most of the first tokens in a row; of equal ones the first. */
function longestBeginning(page: CheckedPage, wanted: Tokens): { at: number; length: number } {
  const { ids } = pageTokens(page).tokens;
  let best = { at: 0, length: 0 };
  for (const at of tokenPlaces(page).get(wanted.ids[0] ?? -1) ?? []) {
    let length = 1;
    while (length < wanted.length && ids[at + length] === wanted.ids[length]) length++;
    if (length > best.length) best = { at, length };
    if (length === wanted.length) break;
  }
  return best;
}

/** Where each token of the page stands, ascending. */
const tokenPlaces = fact((page): ReadonlyMap<number, readonly number[]> => {
  const places = new Map<number, number[]>();
  pageTokens(page).tokens.ids.forEach((id, at) => {
    const known = places.get(id);
    if (known === undefined) places.set(id, [at]);
    else known.push(at);
  });
  return places;
});

interface Stretch {
  readonly text: string;
  readonly tokens: Tokens;
  readonly at: number;
}

/** The first of the common tokens after which page and gold have different signs; the last if all are equal. */
function firstGap(page: Stretch, gold: Stretch, common: number): number {
  for (let index = 0; index < common; index++) {
    if (gapBehind(page, index) !== gapBehind(gold, index)) return index;
  }
  return common;
}

function gapBehind({ text, tokens, at }: Stretch, index: number): string {
  return squeeze(text.slice(tokens.end[at + index], tokens.start[at + index + 1]));
}

/** The stretch as long as the text that shares the most tokens with it, each counted as often as both have it. */
function mostAlike(tokens: Tokens, wanted: Tokens): { from: number; to: number } | undefined {
  const missing = new Map<number, number>();
  for (const id of wanted.ids) missing.set(id, (missing.get(id) ?? 0) + 1);
  let shared = 0;
  let most = 0;
  let best: { from: number; to: number } | undefined;
  const change = (id: number | undefined, by: 1 | -1): void => {
    const left = id === undefined ? undefined : missing.get(id);
    if (id === undefined || left === undefined) return;
    // Entering counts while one of its kind is missing; leaving, once one is missing again.
    if (by === 1 ? left > 0 : left >= 0) shared += by;
    missing.set(id, left - by);
  };
  for (let to = 1; to <= tokens.length; to++) {
    change(tokens.ids[to - 1], 1);
    const from = to - wanted.length;
    if (from > 0) change(tokens.ids[from - 1], -1);
    if (shared > most) {
      most = shared;
      best = { from: Math.max(0, from), to };
    }
  }
  if (best === undefined || most < LEAST_OVERLAP * wanted.length) return undefined;
  let { from, to } = best;
  while (!missing.has(tokens.ids[from]!)) from++;
  while (!missing.has(tokens.ids[to - 1]!)) to--;
  return { from, to };
}
