import type { Alignment, GoldSequence, TokenRange } from './alignment.ts';
import { read } from './reading.ts';
import type { Reading, SetAside } from './reading.ts';

/**
 * Aligns an extraction with gold that has optional blocks.
 *
 * In page order the two are aligned by the longest common subsequence with the most required tokens (`align`),
 * then optional blocks that came out elsewhere claim their stretch (`claimMovedBlocks`).
 *
 * That alone would not keep the promise that moving a whole optional block changes nothing: a long caption
 * behind the shorter paragraph it belongs before makes the longest subsequence by *dropping the paragraph*. So
 * an optional block may be set aside, together with a place where it stands whole in the extraction or without
 * one, and the rest is aligned without it, wherever that leaves fewer errors (required tokens missing, plus
 * surplus). A block set aside without a place claims like any other.
 * Without optional blocks this is `align` and nothing else.
 */
export function alignWithGold(extraction: Int32Array, gold: GoldSequence): Alignment {
  const inPlace = read(extraction, gold, []);
  return gold.optional.length === 0
    ? inPlace.alignment
    : new Search(extraction, gold).from(inPlace).alignment;
}

/** A block of a word or two may stand anywhere; more places than this are not tried, which bounds the work. */
const MOST_PLACES = 16;

/** Looks for the reading with the fewest errors. */
class Search {
  readonly #extraction: Int32Array;
  readonly #gold: GoldSequence;
  /** No reading has fewer errors. */
  readonly #fewest: number;
  /** For each optional block the first places where it stands whole in the extraction, ascending. */
  readonly #places: readonly (readonly number[])[];

  constructor(extraction: Int32Array, gold: GoldSequence) {
    this.#extraction = extraction;
    this.#gold = gold;
    this.#fewest = unavoidableErrors(extraction, gold);
    this.#places = gold.optional.map((block) => placesOf(block, extraction, gold));
  }

  from(inPlace: Reading): Reading {
    const oneByOne = this.#descend(inPlace);
    if (oneByOne.errors === this.#fewest) return oneByOne;
    // Where several blocks have moved, taking out one of them alone may not help yet.
    return fewestErrors(oneByOne, this.#descend(this.#read(this.#allAside())));
  }

  /** Sets blocks aside one by one, each time the one that leaves the fewest errors, while that helps. */
  #descend(from: Reading): Reading {
    let best = from;
    while (best.errors > this.#fewest) {
      const next = this.#bestStep(best);
      if (next.errors >= best.errors) break;
      best = next;
    }
    return best;
  }

  /** The best reading with one more block set aside; the reading given if there is none. */
  #bestStep(from: Reading): Reading {
    let best = from;
    const isFree = freePlaces(this.#extraction.length, this.#gold, from.aside);
    for (const [block, places] of this.#places.entries()) {
      if (from.aside.some((aside) => aside.block === block)) continue;
      for (const place of [undefined, ...places]) {
        if (place !== undefined && !isFree(place, lengthOf(this.#gold.optional[block]!))) continue;
        best = fewestErrors(best, this.#read([...from.aside, { block, place }]));
        if (best.errors === this.#fewest) return best;
      }
    }
    return best;
  }

  /** Every block that stands somewhere, longest first, each with the first place that is still free. */
  #allAside(): SetAside[] {
    const blocks = this.#gold.optional;
    const longestFirst = [...blocks.keys()].toSorted(
      (a, b) => lengthOf(blocks[b]!) - lengthOf(blocks[a]!) || a - b,
    );
    const aside: SetAside[] = [];
    for (const block of longestFirst) {
      const isFree = freePlaces(this.#extraction.length, this.#gold, aside);
      const place = this.#places[block]!.find((start) => isFree(start, lengthOf(blocks[block]!)));
      if (place !== undefined) aside.push({ block, place });
    }
    return aside;
  }

  #read(aside: readonly SetAside[]): Reading {
    return read(this.#extraction, this.#gold, aside);
  }
}

function fewestErrors(first: Reading, second: Reading): Reading {
  return second.errors < first.errors ? second : first;
}

/** The errors of any reading whatever, by counts alone: tokens gold has too few of, required ones that lack. */
function unavoidableErrors(extraction: Int32Array, gold: GoldSequence): number {
  const inGold = new Map<number, number>();
  const required = new Map<number, number>();
  gold.ids.forEach((id, index) => {
    inGold.set(id, (inGold.get(id) ?? 0) + 1);
    if (gold.required[index] === 1) required.set(id, (required.get(id) ?? 0) + 1);
  });
  const came = new Map<number, number>();
  for (const id of extraction) came.set(id, (came.get(id) ?? 0) + 1);
  let errors = 0;
  for (const [id, count] of came) errors += Math.max(0, count - (inGold.get(id) ?? 0));
  for (const [id, count] of required) errors += Math.max(0, count - (came.get(id) ?? 0));
  return errors;
}

/** Where an optional block stands whole in the extraction: the first tokens of its first places. */
function placesOf({ start, end }: TokenRange, extraction: Int32Array, gold: GoldSequence): number[] {
  const places: number[] = [];
  for (let place = 0; place + (end - start) <= extraction.length && places.length < MOST_PLACES; place++) {
    let index = start;
    while (index < end && extraction[place + index - start] === gold.ids[index]) index++;
    if (index === end) places.push(place);
  }
  return places;
}

/** Tells whether a stretch of the extraction is taken by none of the blocks set aside. */
function freePlaces(
  length: number,
  gold: GoldSequence,
  aside: readonly SetAside[],
): (place: number, length: number) => boolean {
  const taken = new Uint8Array(length);
  for (const { block, place } of aside) {
    if (place !== undefined) taken.fill(1, place, place + lengthOf(gold.optional[block]!));
  }
  return (place, stretch) => taken.subarray(place, place + stretch).every((flag) => flag === 0);
}

function lengthOf({ start, end }: TokenRange): number {
  return end - start;
}
