import { Vocabulary, tokenize } from '../document/tokens.ts';

/** From this resemblance on two texts are nearly the same. */
export const NEARLY_THE_SAME = 0.8;

/** Words in a row that are compared as one. */
const SHINGLE = 5;
/** Fewer stretches than this resemble anything. */
const FEWEST_SHINGLES = 20;
/** A sketch is so many minima, in bands of so many; texts with one band in common are compared. */
const MINIMA = 128;
const BAND = 4;

interface Sketch {
  readonly id: string;
  readonly minima: Uint32Array;
}

/**
 * Finds texts that resemble each other by sketches of fixed size, one text at a time: MinHash over the stretches of
 * five tokens, whose share of equal minima estimates the Jaccard resemblance (Broder 1997), with a standard error of at
 * most 0.045, and bands of four to find candidates: at a resemblance of 0.8 one pair in ten million is overlooked.
 */
export class Resemblances {
  readonly #least: number;
  readonly #bands = new Map<string, Sketch[]>();

  /** @param least the resemblance from which on texts are reported, 0..1 */
  constructor(least: number) {
    this.#least = least;
  }

  /** The earlier texts that the text resembles. Short texts resemble none. */
  add(id: string, text: string): { readonly id: string; readonly share: number }[] {
    const minima = minimaOf(text);
    if (minima === undefined) return [];
    const sketch = { id, minima };
    const candidates = new Set<Sketch>();
    for (let start = 0; start < MINIMA; start += BAND) {
      const key = `${start} ${minima.subarray(start, start + BAND).join(' ')}`;
      const sharing = this.#bands.get(key) ?? [];
      for (const other of sharing) candidates.add(other);
      sharing.push(sketch);
      this.#bands.set(key, sharing);
    }
    return [...candidates]
      .map((other) => ({ id: other.id, share: shareOf(minima, other.minima) }))
      .filter(({ share }) => share >= this.#least);
  }
}

function shareOf(a: Uint32Array, b: Uint32Array): number {
  return a.filter((minimum, index) => minimum === b[index]).length / MINIMA;
}

function minimaOf(text: string): Uint32Array | undefined {
  const shingles = shinglesOf(text);
  if (shingles.size < FEWEST_SHINGLES) return undefined;
  const minima = new Uint32Array(MINIMA).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let index = 0; index < MINIMA; index++) {
      const hash = mix(shingle ^ SEEDS[index]!);
      if (hash < minima[index]!) minima[index] = hash;
    }
  }
  return minima;
}

/** A number for every stretch of five tokens. */
function shinglesOf(text: string): ReadonlySet<number> {
  const hashes: number[] = [];
  const { ids } = tokenize([{ text: text.toLowerCase() }], new HashingVocabulary());
  for (let end = SHINGLE; end <= ids.length; end++) {
    let hash = 0;
    for (let index = end - SHINGLE; index < end; index++) hash = mix(Math.imul(hash, 31) + ids[index]!);
    hashes.push(hash);
  }
  return new Set(hashes);
}

/** Numbers words by what they are, so that texts need not share a vocabulary: FNV-1a. */
class HashingVocabulary extends Vocabulary {
  override idOfPart(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return hash | 0;
  }
}

/** The finaliser of MurmurHash3: every bit of the input changes about half of those of the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const SEEDS = Uint32Array.from({ length: MINIMA }, (_, index) => mix(Math.imul(index + 1, 0x9e3779b9)));
