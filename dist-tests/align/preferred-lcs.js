import { BitRows, PositionIndex, lastClear, popCount } from "./bit-rows.js";
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
export function alignPreferring(text, pattern, preferred) {
    const patternOf = new Int32Array(text.length).fill(-1);
    const chains = new Chains();
    forEachOptimalPair(text, pattern, (position, index, rank) => {
        chains.extend(position, index, rank, preferred[index]);
    });
    chains.forEachOfBest((position, index) => {
        patternOf[position] = index;
    });
    return patternOf;
}
/**
 * Visits the pairs that lie on some longest common subsequence, with their 1-based rank in it: pattern
 * ascending, for each pattern token text descending. A pair lies on one if what can stand before it, itself
 * and what can follow add up to the whole length; that is looked at between the first and the last place that the
 * longest subsequences have in each row of the table.
 */
function forEachOptimalPair(text, pattern, visit) {
    const positions = new PositionIndex(text);
    const first = firstPlaces(text, pattern, positions);
    const backwards = { text: text.toReversed(), pattern: pattern.toReversed() };
    const suffixes = new BitRows(backwards.pattern, backwards.text);
    const total = suffixes.length;
    const end = text.length;
    const edge = new Edge(suffixes, backwards.text, backwards.pattern);
    const before = new ClearCounts(suffixes.words);
    const behind = new ClearCounts(suffixes.words);
    const prefixRow = new Int32Array(suffixes.words).fill(-1);
    for (let index = 0; index < pattern.length; index++) {
        const lowest = Math.max(first.places[index], first.places[index + 1] - 1);
        const highest = end - edge.place;
        edge.next(end - first.places[index]);
        const above = Math.min(highest, end - edge.place - 1);
        const at = positions.of(pattern[index]);
        let each = lastAtMost(at, above);
        if (each >= 0 && at[each] >= lowest) {
            before.count(prefixRow, first.places[index], first.lengths[index], above);
            behind.count(edge.row, edge.place, edge.length, end - 1 - lowest);
            for (; each >= 0 && at[each] >= lowest; each--) {
                const rank = before.upTo(at[each]) + 1;
                if (rank + behind.upTo(end - 1 - at[each]) === total)
                    visit(at[each], index, rank);
            }
        }
        positions.advance(prefixRow, pattern[index]);
    }
}
/**
 * Walks from the end of the table along the first place in each row at which a longest common subsequence can be:
 * so many text tokens are before it, and with the pattern tokens of the row they have `length` in common.
 */
class Edge {
    #rows;
    #text;
    #pattern;
    #index;
    place;
    length;
    row;
    constructor(rows, text, pattern) {
        this.#rows = rows;
        this.#text = text;
        this.#pattern = pattern;
        this.#index = pattern.length;
        this.length = rows.length;
        this.row = rows.row(this.#index);
        this.place = lastClear(this.row, text.length - 1) + 1;
    }
    /**
     * One row up; not from the first row.
     *
     * @param bits so many of the row are wanted, if more than lie before the place, and no more than of the row before
     */
    next(bits = this.place) {
        this.#index--;
        if (this.place > 0 && this.#text[this.place - 1] === this.#pattern[this.#index]) {
            this.place--;
            this.length--;
        }
        this.row = this.#rows.row(this.#index, Math.max(bits, this.place));
        this.place = lastClear(this.row, this.place - 1) + 1;
    }
}
/** The places of the edge by row, and the lengths there. */
function firstPlaces(text, pattern, positions) {
    const places = new Int32Array(pattern.length + 1);
    const lengths = new Int32Array(pattern.length + 1);
    const edge = new Edge(new BitRows(pattern, text, positions), text, pattern);
    for (let index = pattern.length;; index--) {
        places[index] = edge.place;
        lengths[index] = edge.length;
        if (index === 0)
            return { places, lengths };
        edge.next();
    }
}
/** Index of the last of ascending entries that is at most a limit, or -1. */
function lastAtMost(entries, limit) {
    let [low, high] = [0, entries.length];
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (entries[middle] <= limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}
/** Counts of the clear bits of a row, F[j][i], for i in a stretch. */
class ClearCounts {
    #row = new Int32Array(0);
    /** Clear bits before each word. */
    #beforeWord;
    constructor(words) {
        this.#beforeWord = new Int32Array(words + 1);
    }
    /** @param before the clear bits before the position `from` */
    count(row, from, before, to) {
        this.#row = row;
        const word = from >>> 5;
        let clear = before - (from === row.length * 32 ? 0 : popCount(~row[word] & ((1 << (from & 31)) - 1)));
        this.#beforeWord[word] = clear;
        for (let each = word; each < to >>> 5; each++) {
            clear += 32 - popCount(row[each]);
            this.#beforeWord[each + 1] = clear;
        }
    }
    /** Clear bits before a position of the stretch. */
    upTo(position) {
        const word = position >>> 5;
        return this.#beforeWord[word] + popCount(~this.#row[word] & ((1 << (position & 31)) - 1));
    }
}
const NONE = -1;
/**
 * The best chains of pairs so far, one queue of chain ends a rank. Chains that no later pair can extend are
 * given back at once (counted references), so memory follows the chains that are still in the race.
 */
class Chains {
    #position = [];
    #index = [];
    #previous = [];
    /** Preferred tokens on the chain that ends here. */
    #score = [];
    #references = [];
    #free = [];
    #queues = [];
    /** Adds a pair behind the best chain of the rank before. Pairs must come in the order of `optimalPairs`. */
    extend(position, index, rank, gain) {
        const previous = rank === 1 ? NONE : this.#bestBefore(rank - 1, position);
        const score = (previous === NONE ? 0 : this.#score[previous]) + gain;
        const queue = (this.#queues[rank] ??= { ends: [], first: 0 });
        if (this.#isWorse(queue, position, score))
            return;
        while (queue.ends.length > queue.first && this.#score[queue.ends.at(-1)] <= score) {
            this.#release(queue.ends.pop());
        }
        queue.ends.push(this.#add(position, index, previous, score));
    }
    /** Visits the pairs of the best chain of the highest rank, from the end. */
    forEachOfBest(visit) {
        const queue = this.#queues.at(-1);
        let at = queue === undefined ? NONE : queue.ends[queue.first];
        for (; at !== NONE; at = this.#previous[at])
            visit(this.#position[at], this.#index[at]);
    }
    /** Ends at or behind the position are of no use to this pair nor, by the staircase, to any later one. */
    #bestBefore(rank, position) {
        const queue = this.#queues[rank];
        while (this.#position[queue.ends[queue.first]] >= position)
            this.#release(queue.ends[queue.first++]);
        if (queue.first > 32 && queue.first * 2 > queue.ends.length) {
            queue.ends.splice(0, queue.first);
            queue.first = 0;
        }
        return queue.ends[queue.first];
    }
    /** The last end stands at the same text token, earlier in the pattern, and is as good: keep that one. */
    #isWorse(queue, position, score) {
        if (queue.ends.length === queue.first)
            return false;
        const last = queue.ends.at(-1);
        return this.#position[last] === position && this.#score[last] >= score;
    }
    #add(position, index, previous, score) {
        const at = this.#free.pop() ?? this.#position.length;
        this.#position[at] = position;
        this.#index[at] = index;
        this.#previous[at] = previous;
        this.#score[at] = score;
        this.#references[at] = 1;
        if (previous !== NONE)
            this.#references[previous]++;
        return at;
    }
    #release(end) {
        for (let at = end; at !== NONE && --this.#references[at] === 0; at = this.#previous[at]) {
            this.#free.push(at);
        }
    }
}
