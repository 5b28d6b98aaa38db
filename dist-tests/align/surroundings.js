import { Fate } from "./alignment.js";
import { lcsLength } from "./lcs-length.js";
/** How far the surroundings of a block reach into the gold on either side: so many of its lengths, and so many tokens. */
const MARGIN_LENGTHS = 4;
const MARGIN_TOKENS = 512;
/**
 * Takes surroundings out of a reading, from one matched pair to another. What was set aside with a place is left out, as
 * is what blocks from elsewhere claim: nothing of that is at stake.
 */
export class Neighbourhood {
    #extraction;
    #gold;
    #reading;
    /** For each gold index the extraction token behind the last pair before it, and that of the first pair from it on. */
    #behind;
    #next;
    /** How many tokens before each index are surplus in the extraction, and missing in the gold. */
    #surplus;
    #missing;
    /** How many gold tokens before each index are matched, and how many came out at all. */
    #matched;
    #came;
    constructor(extraction, gold, reading) {
        this.#extraction = extraction;
        this.#gold = gold;
        this.#reading = reading;
        const { goldOf, fate } = reading.alignment;
        const pairs = new Int32Array(gold.ids.length).fill(-1);
        const came = new Uint8Array(gold.ids.length);
        goldOf.forEach((index, position) => {
            if (index < 0)
                return;
            came[index] = 1;
            if (fate[position] === Fate.MATCHED)
                pairs[index] = position;
        });
        this.#behind = new Int32Array(pairs.length + 1);
        pairs.forEach((position, index) => {
            this.#behind[index + 1] = position < 0 ? this.#behind[index] : position + 1;
        });
        this.#next = new Int32Array(pairs.length + 1).fill(extraction.length);
        for (let index = pairs.length - 1; index >= 0; index--) {
            this.#next[index] = pairs[index] < 0 ? this.#next[index + 1] : pairs[index];
        }
        this.#surplus = countsBefore(fate, (each) => each === Fate.SURPLUS);
        this.#missing = countsBefore(came, (each, index) => each === 0 && gold.required[index] === 1);
        this.#matched = countsBefore(pairs, (each) => each >= 0);
        this.#came = countsBefore(came, (each) => each === 1);
    }
    /**
     * What surrounds a block that is not set aside; nothing where it cannot help to set it aside.
     *
     * @param stands whether the block stands whole somewhere in the extraction
     */
    around(block, stands) {
        const stretch = this.#gold.optional[block];
        if (!stands && between(this.#matched, stretch) === 0)
            return undefined;
        const goldRange = this.#rangeAround(stretch);
        const range = { start: this.#behind[goldRange.start], end: this.#next[goldRange.end] };
        const errors = { surplus: between(this.#surplus, range), missing: between(this.#missing, goldRange) };
        if (errors.surplus + errors.missing === 0)
            return undefined;
        const positions = this.#atStake(range, goldRange);
        const extraction = positions.map((position) => this.#extraction[position]);
        const here = { extraction, positions, ...errors, goldRange, range, ...this.#goldOf(block, goldRange) };
        return this.#mostGain(here, stretch, stands) > 0 ? here : undefined;
    }
    /**
     * By how many errors there may be fewer without the block, as long as other blocks claim what they claim: as many
     * tokens are matched as the longest subsequence without the block has, as many required ones as that of these alone,
     * and the whole block counts for nothing, or where it already claims and stands nowhere whole, what it claims.
     */
    #mostGain(here, stretch, stands) {
        const { extraction, gold, surplus, missing, positions } = here;
        const { start, end } = gold.optional[here.block];
        const longest = lcsLength(gold.ids.filter((_, index) => index < start || index >= end), extraction);
        const required = gold.ids.filter((_, index) => gold.required[index] === 1);
        const mostRequired = Math.min(longest, lcsLength(required, extraction));
        const { fate } = this.#reading.alignment;
        const matched = positions.reduce((sum, position) => sum + (fate[position] === Fate.MATCHED ? 1 : 0), 0);
        const matchedOfBlock = between(this.#matched, stretch);
        const claimed = between(this.#came, stretch) - matchedOfBlock;
        const claimedByOthers = extraction.length - surplus - matched - claimed;
        const length = end - start;
        const neutral = stands || 2 * matchedOfBlock >= length ? length : claimed;
        const fewerMissing = mostRequired - (required.length - missing);
        return fewerMissing + longest + claimedByOthers + neutral - (extraction.length - surplus);
    }
    /** Gold on either side of a block; no other block is cut in two. */
    #rangeAround({ start, end }) {
        const margin = MARGIN_LENGTHS * (end - start) + MARGIN_TOKENS;
        const range = { start: Math.max(0, start - margin), end: Math.min(this.#gold.ids.length, end + margin) };
        for (const other of this.#gold.optional) {
            if (other.start < range.start && range.start < other.end)
                range.start = other.start;
            if (other.start < range.end && range.end < other.end)
                range.end = other.end;
        }
        return range;
    }
    /** The tokens of a stretch of the extraction that are not another's. */
    #atStake({ start, end }, goldRange) {
        const { goldOf, fate } = this.#reading.alignment;
        const placed = this.#reading.aside.flatMap(({ block, place }) => place === undefined ? [] : [this.#gold.optional[block]]);
        const isOurs = (index) => isWithin(index, goldRange) && !placed.some((stretch) => isWithin(index, stretch));
        const positions = [];
        for (let position = start; position < end; position++) {
            if (fate[position] !== Fate.CLAIMED || isOurs(goldOf[position]))
                positions.push(position);
        }
        return Int32Array.from(positions);
    }
    /** A stretch of the gold without the blocks that have been set aside with a place. */
    #goldOf(block, { start, end }) {
        const asideOf = new Map(this.#reading.aside.map((each) => [each.block, each]));
        const optional = [];
        const aside = [];
        const ids = [];
        const required = [];
        let index = start;
        let number = -1;
        const takeUpTo = (limit) => {
            for (; index < limit; index++) {
                ids.push(this.#gold.ids[index]);
                required.push(this.#gold.required[index]);
            }
        };
        for (const [other, stretch] of this.#gold.optional.entries()) {
            if (stretch.start < start || stretch.end > end)
                continue;
            takeUpTo(stretch.start);
            const setAside = asideOf.get(other);
            if (setAside?.place !== undefined) {
                index = stretch.end;
                continue;
            }
            if (other === block)
                number = optional.length;
            if (setAside !== undefined)
                aside.push({ block: optional.length, place: undefined });
            const first = ids.length;
            takeUpTo(stretch.end);
            optional.push({ start: first, end: ids.length });
        }
        takeUpTo(end);
        const gold = { ids: Int32Array.from(ids), required: Uint8Array.from(required), optional };
        return { gold, block: number, aside };
    }
}
function countsBefore(entries, holds) {
    const counts = new Int32Array(entries.length + 1);
    for (let index = 0; index < entries.length; index++) {
        counts[index + 1] = counts[index] + (holds(entries[index], index) ? 1 : 0);
    }
    return counts;
}
function between(counts, { start, end }) {
    return counts[end] - counts[start];
}
function isWithin(index, { start, end }) {
    return start <= index && index < end;
}
