import { Fate, countAlignment } from './alignment.ts';
import type { Alignment, GoldSequence, TokenRange } from './alignment.ts';
import { claimMovedBlocks } from './claims.ts';
import { align } from './lcs.ts';

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
  const fewest = unavoidableErrors(extraction, gold);
  if (gold.optional.length === 0 || inPlace.errors === fewest) return inPlace.alignment;
  const places = gold.optional.map((block) => placesOf(block, extraction, gold));
  const oneByOne = descend(inPlace, extraction, gold, places);
  if (oneByOne.errors === fewest) return oneByOne.alignment;
  // Where several blocks have moved, taking out one of them alone may not help yet.
  const allAtOnce = descend(read(extraction, gold, setAllAside(gold, places)), extraction, gold, places);
  return fewestErrors(oneByOne, allAtOnce).alignment;
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

/** Sets blocks aside one by one, each time the one that leaves the fewest errors, while that helps. */
function descend(from: Reading, extraction: Int32Array, gold: GoldSequence, places: Places): Reading {
  let best = from;
  for (;;) {
    const next = bestStep(best, extraction, gold, places);
    if (next.errors >= best.errors) return best;
    best = next;
  }
}

/** A block of a word or two may stand anywhere; more places than this are not tried, which bounds the work. */
const MOST_PLACES = 16;

/** For each optional block the places where it stands whole in the extraction, ascending. */
type Places = readonly (readonly number[])[];

/** An optional block taken out of the sequence, with a place where it stands whole in the extraction if any. */
interface SetAside {
  readonly block: number;
  readonly place: number | undefined;
}

interface Reading {
  readonly alignment: Alignment;
  readonly aside: readonly SetAside[];
  /** Required tokens missing, plus surplus tokens. */
  readonly errors: number;
}

function fewestErrors(first: Reading, second: Reading): Reading {
  return second.errors < first.errors ? second : first;
}

/** The best reading with one more block set aside; the reading given if there is none. */
function bestStep(from: Reading, extraction: Int32Array, gold: GoldSequence, places: Places): Reading {
  let best = from;
  const free = freePositions(extraction.length, gold, from.aside);
  places.forEach((candidates, block) => {
    if (from.aside.some((aside) => aside.block === block)) return;
    const length = lengthOf(gold.optional[block]!);
    for (const place of [undefined, ...candidates.slice(0, MOST_PLACES)]) {
      if (place !== undefined && !isFree(free, place, length)) continue;
      best = fewestErrors(best, read(extraction, gold, [...from.aside, { block, place }]));
    }
  });
  return best;
}

/** Longest blocks first, each with the first place that is still free. */
function setAllAside(gold: GoldSequence, places: Places): SetAside[] {
  const aside: SetAside[] = [];
  const longestFirst = [...gold.optional.keys()].toSorted(
    (a, b) => lengthOf(gold.optional[b]!) - lengthOf(gold.optional[a]!) || a - b,
  );
  const taken = new Set<number>();
  for (const block of longestFirst) {
    const length = lengthOf(gold.optional[block]!);
    const covers = (place: number): number[] => Array.from({ length }, (_, offset) => place + offset);
    const place = places[block]!.find((start) => covers(start).every((position) => !taken.has(position)));
    if (place === undefined) continue;
    for (const position of covers(place)) taken.add(position);
    aside.push({ block, place });
  }
  return aside;
}

/** Aligns what is left when some blocks are set aside, and puts the two parts together again. */
function read(extraction: Int32Array, gold: GoldSequence, aside: readonly SetAside[]): Reading {
  const alignment: Alignment = {
    goldOf: new Int32Array(extraction.length).fill(-1),
    fate: new Uint8Array(extraction.length).fill(Fate.SURPLUS),
  };
  const goldLeft = new Uint8Array(gold.ids.length).fill(1);
  for (const { block, place } of aside) {
    const { start, end } = gold.optional[block]!;
    goldLeft.fill(0, start, end);
    if (place === undefined) continue;
    for (let offset = 0; offset < end - start; offset++) {
      alignment.goldOf[place + offset] = start + offset;
      alignment.fate[place + offset] = Fate.CLAIMED;
    }
  }
  const rest = indicesWhere(extraction.length, (index) => alignment.fate[index] === Fate.SURPLUS);
  const goldRest = indicesWhere(gold.ids.length, (index) => goldLeft[index] === 1);
  const pairs = align(
    rest.map((index) => extraction[index]!),
    goldRest.map((index) => gold.ids[index]!),
    Uint8Array.from(goldRest, (index) => gold.required[index]!),
  );
  pairs.forEach((goldIndex, index) => {
    if (goldIndex < 0) return;
    alignment.goldOf[rest[index]!] = goldRest[goldIndex]!;
    alignment.fate[rest[index]!] = Fate.MATCHED;
  });
  claimMovedBlocks(alignment, extraction, gold);
  const { missing, surplus } = countAlignment(alignment, gold);
  return { alignment, aside, errors: missing + surplus };
}

/** Where an optional block stands whole in the extraction: the first tokens of each place, ascending. */
function placesOf({ start, end }: TokenRange, extraction: Int32Array, gold: GoldSequence): number[] {
  const places: number[] = [];
  if (start === end) return places;
  for (let place = 0; place + (end - start) <= extraction.length; place++) {
    let index = start;
    while (index < end && extraction[place + index - start] === gold.ids[index]) index++;
    if (index === end) places.push(place);
  }
  return places;
}

function freePositions(length: number, gold: GoldSequence, aside: readonly SetAside[]): Uint8Array {
  const free = new Uint8Array(length).fill(1);
  for (const { block, place } of aside) {
    if (place !== undefined) free.fill(0, place, place + lengthOf(gold.optional[block]!));
  }
  return free;
}

function isFree(free: Uint8Array, place: number, length: number): boolean {
  return free.subarray(place, place + length).every((flag) => flag === 1);
}

function lengthOf({ start, end }: TokenRange): number {
  return end - start;
}

function indicesWhere(length: number, holds: (index: number) => boolean): Int32Array {
  const indices: number[] = [];
  for (let index = 0; index < length; index++) if (holds(index)) indices.push(index);
  return Int32Array.from(indices);
}
