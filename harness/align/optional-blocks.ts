import type { GoldSequence, TokenRange } from './alignment.ts';
import { align, lcsLength } from './lcs.ts';
import { findEchoes, occurrences } from './stretches.ts';

/** Words that stand at more places than this are no block; which bounds the work. */
const MOST_PLACES = 1000;

/** Fewer matched tokens than this in a row, with surplus beside them, are taken for chance: small words match anywhere. */
const SHORTEST_RUN = 3;

/** A token of what is left of the extraction, and one of gold. */
type Pair = readonly [at: number, goldIndex: number];

/**
 * The optional blocks of gold, and the tokens of an extraction that they take away from the alignment; `alignWithGold`
 * says by which rules.
 */
export class OptionalBlocks {
  /** For each extraction token the optional gold token that has claimed it, or -1. */
  readonly claimed: Int32Array;
  readonly #extraction: Int32Array;
  readonly #gold: GoldSequence;
  readonly #required: { readonly index: Int32Array; readonly ids: Int32Array };
  /** How many required tokens stand before each gold token. */
  readonly #rank: Int32Array;
  /** Blocks that have claimed nothing. */
  #absent: readonly TokenRange[];
  /** What is left of the extraction: the positions of tokens that nothing has claimed, and which tokens they are. */
  #left: Int32Array;
  #ids: Int32Array;
  /** The alignment of the whole extraction with required gold; made where it is wanted. */
  #unclaimed: Int32Array | undefined;

  constructor(extraction: Int32Array, gold: GoldSequence) {
    this.#extraction = extraction;
    this.#gold = gold;
    const index = gold.ids.map((_, at) => at).filter((at) => gold.required[at] === 1);
    this.#required = { index, ids: index.map((at) => gold.ids[at]!) };
    let rank = 0;
    this.#rank = gold.ids.map((_, at) => (gold.required[at] === 1 ? rank++ : rank));
    this.#absent = gold.optional;
    this.claimed = new Int32Array(extraction.length).fill(-1);
    this.#left = extraction.map((_, position) => position);
    this.#ids = extraction;
  }

  /** Aligns what is left with required gold: for each extraction token the gold token it is matched with, or -1. */
  alignRest(): Int32Array {
    const goldOf = new Int32Array(this.#extraction.length).fill(-1);
    align(this.#ids, this.#required.ids).forEach((index, at) => {
      if (index >= 0) goldOf[this.#left[at]!] = this.#required.index[index]!;
    });
    return goldOf;
  }

  /** Lets the blocks that came out whole claim a place of their own, the longest first. */
  claimWhole(): void {
    const occurs = new Set(this.#extraction);
    const longestFirst = this.#absent.toSorted((a, b) => lengthOf(b) - lengthOf(a));
    this.#absent = longestFirst.filter(({ start, end }) => {
      const block = this.#gold.ids.subarray(start, end);
      const place = block.every((id) => occurs.has(id)) ? this.#ownPlace(block) : undefined;
      if (place === undefined) return true;
      for (let offset = 0; offset < block.length; offset++) {
        this.claimed[this.#left[place + offset]!] = start + offset;
      }
      this.#left = withoutStretch(this.#left, place, block.length);
      this.#ids = withoutStretch(this.#ids, place, block.length);
      return false;
    });
  }

  /**
   * Lets blocks that did not come out whole claim parts of them, from the surplus of an alignment.
   *
   * @param matched the alignment of what is left
   * @returns whether any did
   */
  claimParts(matched: Int32Array): boolean {
    const surplus = Uint8Array.from(this.#left, (position) => (matched[position]! < 0 ? 1 : 0));
    const open = this.#openTokens(matched, surplus);
    const halves = new HalfSearch(this.#ids, surplus, open);
    let found = 0;
    const claim = (pairs: readonly Pair[]): void => {
      found += pairs.length;
      for (const [at, index] of pairs) {
        this.claimed[this.#left[at]!] = index;
        open[at] = 0;
      }
    };
    const absent = this.#absent.filter(({ start, end }) => {
      const half = halves.find(this.#gold.ids.subarray(start, end));
      claim(half.map(([at, index]) => [at, start + index]));
      return half.length === 0;
    });
    claim(this.#echoes(absent, open));
    if (found === 0) return false;
    this.#left = this.#left.filter((position) => this.claimed[position]! < 0);
    this.#ids = this.#left.map((position) => this.#extraction[position]!);
    return true;
  }

  /** Surplus, and the short runs of matched tokens beside it; a run goes on as long as it does in required gold. */
  #openTokens(matched: Int32Array, surplus: Uint8Array): Uint8Array {
    const open = surplus.slice();
    let start = 0;
    for (let end = 1; end <= surplus.length; end++) {
      const [last, next] = [matched[this.#left[end - 1]!]!, matched[this.#left[end] ?? -1] ?? -1];
      if (last < 0) start = end;
      if (last < 0 || (next >= 0 && this.#rank[next] === this.#rank[last]! + 1)) continue;
      const isBesideSurplus = surplus[start - 1] === 1 || surplus[end] === 1;
      if (end - start < SHORTEST_RUN && isBesideSurplus) open.fill(1, start, end);
      start = end;
    }
    return open;
  }

  /** The first place of a block in what is left, but for those that are places of the same words in required gold. */
  #ownPlace(block: Int32Array): number | undefined {
    const places = occurrences(block, this.#ids);
    const required = places.length === 0 ? [] : occurrences(block, this.#required.ids);
    if (Math.max(places.length, required.length) > MOST_PLACES) return undefined;
    const taken = new Set<number>();
    for (const [before, after] of this.#neighbours(required, block.length)) {
      const same = places.filter(
        (place) =>
          !taken.has(place) &&
          (before === undefined || this.#ids[place - 1] === before) &&
          (after === undefined || this.#ids[place + block.length] === after),
      );
      const isWholeBlock = before === undefined && after === undefined;
      const place = isWholeBlock ? this.#mostMatched(same, block.length) : same[0];
      if (place !== undefined) taken.add(place);
    }
    return places.find((place) => [...taken].every((other) => Math.abs(other - place) >= block.length));
  }

  /** The tokens around places in required gold, as far as they are of the same blocks; places with two of them first. */
  #neighbours(
    places: readonly number[],
    length: number,
  ): (readonly [before: number | undefined, after: number | undefined])[] {
    const { index, ids } = this.#required;
    const blockAt = (at: number): number | undefined => this.#gold.block[index[at] ?? -1];
    const neighbours = places.map((place) => {
      const last = place + length - 1;
      return [
        blockAt(place - 1) === blockAt(place) ? ids[place - 1] : undefined,
        blockAt(last + 1) === blockAt(last) ? ids[last + 1] : undefined,
      ] as const;
    });
    const known = (pair: readonly (number | undefined)[]): number =>
      pair.filter((id) => id !== undefined).length;
    return neighbours.toSorted((a, b) => known(b) - known(a));
  }

  /** The place of which most tokens are matched where nothing is claimed. */
  #mostMatched(places: readonly number[], length: number): number | undefined {
    const matched = (this.#unclaimed ??= align(this.#extraction, this.#required.ids));
    const count = (place: number): number =>
      this.#left.subarray(place, place + length).filter((position) => matched[position]! >= 0).length;
    return places.toSorted((a, b) => count(b) - count(a))[0];
  }

  /** The open stretches of five tokens or more that stand in some of the blocks. */
  #echoes(blocks: readonly TokenRange[], open: Uint8Array): Pair[] {
    const flags = new Uint8Array(this.#gold.ids.length);
    for (const { start, end } of blocks) flags.fill(1, start, end);
    const echoes = findEchoes({ ids: this.#ids, flags: open }, { ids: this.#gold.ids, flags }, false);
    return echoes.flatMap(({ at, place, length }) =>
      Array.from({ length }, (_, offset): Pair => [at + offset, place + offset]),
    );
  }
}

/** Looks for the larger half of blocks in the open tokens of a text. */
class HalfSearch {
  readonly #ids: Int32Array;
  readonly #surplus: Uint8Array;
  readonly #open: Uint8Array;
  /** The number of each token of the block that is looked for; 0 for all others. */
  readonly #numbers: Int32Array;

  constructor(ids: Int32Array, surplus: Uint8Array, open: Uint8Array) {
    this.#ids = ids;
    this.#surplus = surplus;
    this.#open = open;
    this.#numbers = new Int32Array(ids.reduce((largest, id) => Math.max(largest, id), -1) + 1);
  }

  /**
   * The longest common subsequence of a block with a stretch of the text that is twice as long, if it is half of the
   * block or more and most of it is surplus; else nothing. A stretch begins at every half length of the block.
   */
  find(block: Int32Array): Pair[] {
    // Numbers of their own keep the tables of a stretch as small as the block.
    block.forEach((id, index) => {
      if (id < this.#numbers.length) this.#numbers[id] = index + 1;
    });
    const numbered = block.map((id) => this.#numbers[id] ?? block.length + 1);
    const text = this.#ids.map((id, at) => this.#open[at]! * this.#numbers[id]!);
    for (const id of block) if (id < this.#numbers.length) this.#numbers[id] = 0;
    return this.#findNumbered(numbered, text);
  }

  #findNumbered(block: Int32Array, text: Int32Array): Pair[] {
    const shared = countsBefore(text);
    let best: Pair[] = [];
    let longest = Math.ceil(block.length / 2) - 1;
    for (let from = 0; from < text.length; from += Math.max(1, block.length >> 1)) {
      const to = Math.min(from + 2 * block.length, text.length);
      if (shared[to]! - shared[from]! <= longest) continue;
      const stretch = text.subarray(from, to);
      if (lcsLength(block, stretch) <= longest) continue;
      const all = Array.from(align(stretch, block), (index, offset): Pair => [from + offset, index]);
      const common = all.filter(([, index]) => index >= 0);
      if (2 * common.filter(([at]) => this.#surplus[at] === 1).length <= common.length) continue;
      longest = common.length;
      best = common;
    }
    return best;
  }
}

function lengthOf({ start, end }: TokenRange): number {
  return end - start;
}

function withoutStretch(entries: Int32Array, start: number, length: number): Int32Array {
  const rest = new Int32Array(entries.length - length);
  rest.set(entries.subarray(0, start));
  rest.set(entries.subarray(start + length), start);
  return rest;
}

/** For each index how many entries before it are not 0. */
function countsBefore(entries: Int32Array): Int32Array {
  const counts = new Int32Array(entries.length + 1);
  for (let at = 0; at < entries.length; at++) counts[at + 1] = counts[at]! + (entries[at] === 0 ? 0 : 1);
  return counts;
}
