import type { Tokens, Vocabulary } from '../document/tokens.ts';
import type { ExplainedPage } from './explained-page.ts';
import { GRAM } from './token-index.ts';

/** So far behind the last token that was found a text goes on with few words: what stands between was left out or altered. */
const NEAR = 8;
/** Fewer words than this in a row, between words that are unknown, are no text of the page: small words stand anywhere. */
const FEW = 3;
/** A stretch shorter than this, far from what is around it and with unknown words on both sides, is there by chance. */
const TELLING = 6;

/**
 * Where each token of an extraction stands in the page, or -1. Stretches are found from the start of the extraction on,
 * the longest first place each: right behind the stretch before it, near behind it, or, from four tokens on, anywhere.
 * Of places that are as good the one that no earlier stretch has is taken, then the next in the page. A block of fewer
 * than four tokens is found where the page has exactly its words. A stretch never goes over the end of a block, because
 * the next block may come from elsewhere.
 */
export function tracePlaces(tokens: Tokens, vocabulary: Vocabulary, page: ExplainedPage): Int32Array {
  return new Trace(tokens, vocabulary, page).run();
}

interface Candidate {
  readonly place: number;
  readonly length: number;
}

class Trace {
  readonly #page: ExplainedPage;
  readonly #tokens: Tokens;
  /** The tokens of the extraction by the numbers of the page; words that the page does not have have others, or -1. */
  readonly #ids: Int32Array;
  readonly #places: Int32Array;
  readonly #isTaken: Uint8Array;
  /** Behind the last token that was found. */
  #cursor = 0;

  constructor(tokens: Tokens, vocabulary: Vocabulary, page: ExplainedPage) {
    this.#page = page;
    this.#tokens = tokens;
    this.#ids = toPageIds(tokens, vocabulary, page);
    this.#places = new Int32Array(tokens.length).fill(-1);
    this.#isTaken = new Uint8Array(page.tokens.length);
  }

  run(): Int32Array {
    const { block, length } = this.#tokens;
    for (let start = 0; start < length;) {
      let end = start + 1;
      while (end < length && block[end] === block[start]) end++;
      this.#traceBlock(start, end);
      start = end;
    }
    return this.#places;
  }

  #traceBlock(start: number, end: number): void {
    const doubtful: { readonly from: number; readonly to: number }[] = [];
    for (let at = start; at < end;) {
      if (this.#ids[at]! < 0) {
        at++;
        continue;
      }
      const near = this.#nearby(at, end);
      const far = this.#anywhere(at, end) ?? (at === start ? this.#wholeBlock(start, end) : undefined);
      const isFar = far !== undefined && far.length > (near?.length ?? 0);
      const found = isFar ? far : near;
      if (found === undefined) {
        at++;
        continue;
      }
      if (found.length < (isFar ? TELLING : FEW) && found.length < end - start) {
        doubtful.push({ from: at, to: at + found.length });
      }
      this.#take(at, found);
      at += found.length;
    }
    for (const { from, to } of doubtful) this.#dropChance(from, to, start, end);
  }

  #take(at: number, { place, length }: Candidate): void {
    for (let offset = 0; offset < length; offset++) this.#places[at + offset] = place + offset;
    this.#isTaken.fill(1, place, place + length);
    this.#cursor = place + length;
  }

  /** The longest stretch that begins near behind the last one; a single token only right there, or at the end of a block. */
  #nearby(at: number, end: number): Candidate | undefined {
    let best: Candidate | undefined;
    for (let ahead = 0; ahead <= NEAR; ahead++) {
      const place = this.#cursor + ahead;
      const length = this.#page.index.matchLength(this.#ids, at, end, place);
      const isEnough = length >= 2 || (length === 1 && (ahead === 0 || at + 1 === end));
      if (isEnough && length > (best?.length ?? 0)) best = { place, length };
    }
    return best;
  }

  #anywhere(at: number, end: number): Candidate | undefined {
    if (at + GRAM > end) return undefined;
    const { index } = this.#page;
    return this.#best(
      index
        .gramPlaces(this.#ids, at)
        .map((place) => ({ place, length: index.matchLength(this.#ids, at, end, place) })),
      GRAM,
    );
  }

  #wholeBlock(start: number, end: number): Candidate | undefined {
    if (end - start >= GRAM) return undefined;
    const { index } = this.#page;
    return this.#best(
      index
        .tokenPlaces(this.#ids, start)
        .map((place) => ({ place, length: index.matchLength(this.#ids, start, end, place) })),
      end - start,
    );
  }

  /** The longest of these; of equal ones one that is not taken, then the next behind the last stretch, then the first. */
  #best(candidates: readonly Candidate[], shortest: number): Candidate | undefined {
    let best: (Candidate & { readonly rank: number }) | undefined;
    for (const { place, length } of candidates) {
      if (length < shortest) continue;
      const rank = (this.#isTaken[place] === 1 ? 0 : 2) + (place >= this.#cursor ? 1 : 0);
      if (best === undefined || length > best.length || (length === best.length && rank > best.rank)) {
        best = { place, length, rank };
      }
    }
    return best;
  }

  /** Drops a stretch with unknown words or an end of its block on both sides, unless the rest of the block goes on from it. */
  #dropChance(from: number, to: number, start: number, end: number): void {
    if (from > start && this.#places[from - 1]! >= 0) return;
    if (to < end && this.#places[to]! >= 0) return;
    let next = to;
    while (next < end && this.#places[next]! < 0) next++;
    let before = from - 1;
    while (before >= start && this.#places[before]! < 0) before--;
    if (next < end && this.#goesOn(to - 1, next)) return;
    if (before >= start && this.#goesOn(before, from)) return;
    this.#places.fill(-1, from, to);
  }

  /** Whether two tokens of a block are about as far apart in the page. */
  #goesOn(first: number, second: number): boolean {
    const apart = this.#places[second]! - this.#places[first]!;
    return apart > 0 && apart <= second - first + NEAR;
  }
}

function toPageIds({ ids }: Tokens, vocabulary: Vocabulary, page: ExplainedPage): Int32Array {
  const UNKNOWN = -2;
  const shared = vocabulary.sharedWith(page.vocabulary);
  const known = new Int32Array(vocabulary.size).fill(UNKNOWN);
  const own = new Int32Array(ids.length);
  for (let token = 0; token < ids.length; token++) {
    const id = ids[token]!;
    if (id >= shared && known[id] === UNKNOWN) known[id] = page.vocabulary.find(vocabulary.wordOf(id)) ?? -1;
    own[token] = id < shared ? id : known[id]!;
  }
  return own;
}
