import { Fate } from '../align/alignment.ts';
import type { Tokens } from '../document/tokens.ts';
import type { Block, GoldLeaf } from '../model/document.ts';
import type { PreparedGold } from './prepared-gold.ts';
import type { ScoringInput } from './scoring-input.ts';

/** A block of gold and the block of the extraction that it came out as. */
export interface BlockPair {
  readonly gold: GoldLeaf;
  readonly extracted: Block;
  /** Index of the gold block in its document. */
  readonly index: number;
}

/** What became of blocks; those without a token are nowhere counted. */
export interface BlockCounts {
  /** Required gold blocks. */
  readonly required: number;
  /** Blocks of the extraction, but for those that are mostly optional gold. */
  readonly extracted: number;
  /** Required blocks less than half of which came out. */
  readonly missing: number;
  /** Most of a required block stands in a block that is mostly something else. */
  readonly merged: number;
  /** Most of a required block came out, but in several blocks. */
  readonly split: number;
  /** Blocks of the extraction that are mostly surplus. */
  readonly surplus: number;
}

/** A required block that is in no pair. */
export interface LostBlock {
  /** Index of the gold block in its document. */
  readonly index: number;
  readonly fault: 'missing' | 'merged' | 'split';
}

/**
 * Pairs blocks of gold and extraction: two are a pair when more than half of the tokens of each is aligned with the
 * other, so that a block is in one pair at most. Pairs of optional gold are left out: they are without gain or loss.
 */
export function pairBlocks(input: ScoringInput): {
  readonly pairs: readonly BlockPair[];
  /** In the order of gold. */
  readonly lost: readonly LostBlock[];
  readonly counts: BlockCounts;
} {
  const { gold, document, tokens } = input;
  const shared = sharedTokens(input);
  const [goldSizes, sizes] = [gold.derived(goldSizesOf), sizesOf(tokens)];
  const isRequired = (index: number): boolean => gold.document.blocks[index]!.role === 'required';
  const required = shared.filter(({ index }) => isRequired(index));
  const optional = shared.filter(({ index }) => !isRequired(index));
  const pairs = required
    .filter(({ index, other, count }) => 2 * count > goldSizes.get(index)! && 2 * count > sizes.get(other)!)
    .map(({ index, other }): BlockPair => {
      return { gold: gold.document.blocks[index]!, extracted: document.blocks[other]!, index };
    })
    .toSorted((a, b) => a.index - b.index);
  const paired = new Set(pairs.map(({ index }) => index));
  const requiredSizes = [...goldSizes].filter(([index]) => isRequired(index));
  const lost = findLost(
    requiredSizes.filter(([index]) => !paired.has(index)),
    required,
  );
  const count = (wanted: LostBlock['fault']): number => lost.filter(({ fault }) => fault === wanted).length;
  return {
    pairs,
    lost,
    counts: {
      required: requiredSizes.length,
      missing: count('missing'),
      merged: count('merged'),
      split: count('split'),
      ...countExtracted(sizes, shared, optional),
    },
  };
}

/** A block by its index, with its number of tokens. */
type SizedBlock = readonly [index: number, size: number];

function findLost(lost: readonly SizedBlock[], shared: readonly Shared[]): LostBlock[] {
  const total = new Map<number, number>();
  const most = new Map<number, number>();
  for (const { index, count } of shared) {
    add(total, index, count);
    most.set(index, Math.max(most.get(index) ?? 0, count));
  }
  return lost.map(([index, size]): LostBlock => {
    if (2 * (total.get(index) ?? 0) <= size) return { index, fault: 'missing' };
    return { index, fault: 2 * most.get(index)! > size ? 'merged' : 'split' };
  });
}

function countExtracted(
  sizes: ReadonlyMap<number, number>,
  shared: readonly Shared[],
  optional: readonly Shared[],
): Pick<BlockCounts, 'extracted' | 'surplus'> {
  const isMostly = (of: readonly Shared[]): ((block: SizedBlock) => boolean) => {
    const counts = new Map<number, number>();
    for (const { other, count } of of) add(counts, other, count);
    return ([other, size]) => 2 * (counts.get(other) ?? 0) > size;
  };
  const isOptional = isMostly(optional);
  const isGold = isMostly(shared);
  const counted = [...sizes].filter((block) => !isOptional(block));
  return { extracted: counted.length, surplus: counted.filter((block) => !isGold(block)).length };
}

interface Shared {
  readonly index: number;
  readonly other: number;
  readonly count: number;
}

/** How many tokens a block of gold and one of the extraction share by the alignment, where they share any. */
function sharedTokens({ alignment, gold, tokens, document }: ScoringInput): Shared[] {
  const width = document.blocks.length;
  const counts = new Map<number, number>();
  alignment.goldOf.forEach((goldIndex, index) => {
    if (alignment.fate[index] === Fate.SURPLUS) return;
    add(counts, gold.tokens.block[goldIndex]! * width + tokens.block[index]!, 1);
  });
  return [...counts].map(([key, count]) => ({ index: Math.floor(key / width), other: key % width, count }));
}

/** Number of tokens by block; blocks without any are left out. */
function sizesOf({ block }: Tokens): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const index of block) add(sizes, index, 1);
  return sizes;
}

function goldSizesOf({ tokens }: PreparedGold): Map<number, number> {
  return sizesOf(tokens);
}

function add(counts: Map<number, number>, key: number, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
