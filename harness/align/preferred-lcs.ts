import { BitRows, PositionIndex, popCount } from './bit-rows.ts';

/**
 * The longest common subsequence with the most preferred pattern tokens; ties are settled by a walk back from
 * the end that skips text tokens first, then pattern tokens.
 *
 * Only pairs that lie on some longest common subsequence matter. The pairs with k - 1 pairs before them on it
 * (rank k) form a staircase: further down the pattern, further up the text. So the pairs of rank k - 1 that a
 * pair of rank k may follow are a window that only moves forward, and its best pair is kept at the front of a
 * monotone queue: one step a pair, where a table would need one a cell.
 *
 * @returns for each text token the index of its pattern token, or -1
 */
export function alignPreferring(text: Int32Array, pattern: Int32Array, preferred: Uint8Array): Int32Array {
  const patternOf = new Int32Array(text.length).fill(-1);
  const chains = new Chains();
  forEachOptimalPair(text, pattern, (position, index, rank) => {
    chains.extend(position, index, rank, preferred[index]!);
  });
  chains.forEachOfBest((position, index) => {
    patternOf[position] = index;
  });
  return patternOf;
}

/**
 * Visits the pairs that lie on some longest common subsequence, with their 1-based rank in it: pattern
 * ascending, for each pattern token text descending. A pair lies on one if what can stand before it, itself
 * and what can follow add up to the whole length; most pairs are ruled out by the counts of their words of bits.
 */
function forEachOptimalPair(
  text: Int32Array,
  pattern: Int32Array,
  visit: (position: number, index: number, rank: number) => void,
): void {
  const positions = new PositionIndex(text);
  const suffixes = new BitRows(pattern.toReversed(), text.toReversed());
  const total = suffixes.length;
  const last = text.length - 1;
  const before = new ClearCounts(suffixes.words);
  const behind = new ClearCounts(suffixes.words);
  const prefixRow = new Int32Array(suffixes.words).fill(-1);
  for (let index = 0; index < pattern.length; index++) {
    const at = positions.of(pattern[index]!);
    before.count(prefixRow);
    behind.count(suffixes.row(pattern.length - index - 1));
    for (let each = at.length - 1; each >= 0; each--) {
      const position = at[each]!;
      if (before.atMost(position) + behind.atMost(last - position) + 1 < total) continue;
      const rank = before.upTo(position) + 1;
      if (rank + behind.upTo(last - position) === total) visit(position, index, rank);
    }
    positions.advance(prefixRow, pattern[index]!);
  }
}

/** Counts of the clear bits of a row: F[j][i] for any i. */
class ClearCounts {
  #row: Int32Array = new Int32Array(0);
  /** Clear bits before each word. */
  readonly #beforeWord: Int32Array;

  constructor(words: number) {
    this.#beforeWord = new Int32Array(words + 1);
  }

  count(row: Int32Array): void {
    this.#row = row;
    let clear = 0;
    for (let word = 0; word < row.length; word++) {
      clear += 32 - popCount(row[word]!);
      this.#beforeWord[word + 1] = clear;
    }
  }

  /** Clear bits before a position. */
  upTo(position: number): number {
    const word = position >>> 5;
    return this.#beforeWord[word]! + popCount(~this.#row[word]! & ((1 << (position & 31)) - 1));
  }

  /** An upper bound of `upTo`, cheaper. */
  atMost(position: number): number {
    return this.#beforeWord[(position >>> 5) + 1]!;
  }
}

const NONE = -1;

/**
 * The best chains of pairs so far, one queue of chain ends a rank. Chains that no later pair can extend are
 * given back at once (counted references), so memory follows the chains that are still in the race.
 */
class Chains {
  readonly #position: number[] = [];
  readonly #index: number[] = [];
  readonly #previous: number[] = [];
  /** Preferred tokens on the chain that ends here. */
  readonly #score: number[] = [];
  readonly #references: number[] = [];
  readonly #free: number[] = [];
  readonly #queues: Queue[] = [];

  /** Adds a pair behind the best chain of the rank before. Pairs must come in the order of `optimalPairs`. */
  extend(position: number, index: number, rank: number, gain: number): void {
    const previous = rank === 1 ? NONE : this.#bestBefore(rank - 1, position);
    const score = (previous === NONE ? 0 : this.#score[previous]!) + gain;
    const queue = (this.#queues[rank] ??= { ends: [], first: 0 });
    if (this.#isWorse(queue, position, score)) return;
    while (queue.ends.length > queue.first && this.#score[queue.ends.at(-1)!]! <= score) {
      this.#release(queue.ends.pop()!);
    }
    queue.ends.push(this.#add(position, index, previous, score));
  }

  /** Visits the pairs of the best chain of the highest rank, from the end. */
  forEachOfBest(visit: (position: number, index: number) => void): void {
    const queue = this.#queues.at(-1);
    let at = queue === undefined ? NONE : queue.ends[queue.first]!;
    for (; at !== NONE; at = this.#previous[at]!) visit(this.#position[at]!, this.#index[at]!);
  }

  /** Ends at or behind the position are of no use to this pair nor, by the staircase, to any later one. */
  #bestBefore(rank: number, position: number): number {
    const queue = this.#queues[rank]!;
    while (this.#position[queue.ends[queue.first]!]! >= position) this.#release(queue.ends[queue.first++]!);
    if (queue.first > 32 && queue.first * 2 > queue.ends.length) {
      queue.ends.splice(0, queue.first);
      queue.first = 0;
    }
    return queue.ends[queue.first]!;
  }

  /** The last end stands at the same text token, earlier in the pattern, and is as good: keep that one. */
  #isWorse(queue: Queue, position: number, score: number): boolean {
    if (queue.ends.length === queue.first) return false;
    const last = queue.ends.at(-1)!;
    return this.#position[last] === position && this.#score[last]! >= score;
  }

  #add(position: number, index: number, previous: number, score: number): number {
    const at = this.#free.pop() ?? this.#position.length;
    this.#position[at] = position;
    this.#index[at] = index;
    this.#previous[at] = previous;
    this.#score[at] = score;
    this.#references[at] = 1;
    if (previous !== NONE) this.#references[previous]!++;
    return at;
  }

  #release(end: number): void {
    for (let at = end; at !== NONE && --this.#references[at]! === 0; at = this.#previous[at]!) {
      this.#free.push(at);
    }
  }
}

interface Queue {
  /** Chain ends, best first; those before `first` have been given back. */
  readonly ends: number[];
  first: number;
}
