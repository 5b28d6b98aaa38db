/**
 * The rows of the longest-common-subsequence table as bits (Crochemore et al. 2001; Hyyrö 2004): row `j` holds,
 * for every prefix of the text, whether one more token of the text makes the common subsequence with the first
 * `j` tokens of the pattern longer. A **clear** bit `i` of row `j` says F[j][i + 1] = F[j][i] + 1.
 *
 * Only every K-th row is kept and the rows between are computed again while a walk goes back through them, so
 * memory stays near linear: 2 · √(pattern) rows of text/32 words.
 */
export class BitRows {
    /** Number of 32-bit words of a row. */
    words;
    #pattern;
    #positions;
    #spacing;
    #checkpoints;
    #block;
    #blockIndex = -1;
    constructor(pattern, text, positions = new PositionIndex(text)) {
        this.words = Math.ceil(text.length / 32);
        this.#pattern = pattern;
        this.#positions = positions;
        this.#spacing = spacingFor(pattern.length, this.words);
        const blocks = Math.floor(pattern.length / this.#spacing) + 1;
        this.#checkpoints = new Int32Array(blocks * this.words).fill(-1);
        this.#block = new Int32Array(this.#spacing * this.words);
        this.#run();
    }
    /** Length of the longest common subsequence of pattern and text. */
    get length() {
        const last = this.row(this.#pattern.length);
        let clear = this.words * 32;
        for (const word of last)
            clear -= popCount(word);
        return clear;
    }
    /**
     * Row `j` (0..pattern length). The array is a view that holds until a row of another block is asked for;
     * neighbouring rows asked for in descending order cost one more pass over the table in all.
     *
     * @param bits so many of the first bits are right, if no row above has been asked for with fewer; the fewer, the faster
     */
    row(j, bits = this.words * 32) {
        const blockIndex = Math.floor(j / this.#spacing);
        if (blockIndex !== this.#blockIndex)
            this.#fillBlock(blockIndex, Math.ceil(bits / 32));
        const offset = (j - blockIndex * this.#spacing) * this.words;
        return this.#block.subarray(offset, offset + this.words);
    }
    #run() {
        const current = new Int32Array(this.words).fill(-1);
        for (let j = 1; j <= this.#pattern.length; j++) {
            this.#positions.advance(current, this.#pattern[j - 1]);
            if (j % this.#spacing === 0)
                this.#checkpoints.set(current, (j / this.#spacing) * this.words);
        }
    }
    #fillBlock(blockIndex, filled) {
        const { words } = this;
        const first = blockIndex * this.#spacing;
        const last = Math.min(first + this.#spacing - 1, this.#pattern.length);
        this.#block.set(this.#checkpoints.subarray(blockIndex * words, blockIndex * words + filled));
        for (let j = first + 1; j <= last; j++) {
            const offset = (j - first) * words;
            this.#block.copyWithin(offset, offset - words, offset - words + filled);
            this.#positions.advance(this.#block.subarray(offset, offset + filled), this.#pattern[j - 1]);
        }
        this.#blockIndex = blockIndex;
    }
}
/** Where each token stands in a text, and the step from one row to the next that follows from it. */
export class PositionIndex {
    #offsets;
    #positions;
    constructor(text) {
        let largest = -1;
        for (const id of text)
            largest = Math.max(largest, id);
        this.#offsets = new Int32Array(largest + 2);
        for (const id of text)
            this.#offsets[id + 1]++;
        for (let id = 0; id <= largest; id++)
            this.#offsets[id + 1] += this.#offsets[id];
        const next = this.#offsets.slice();
        this.#positions = new Int32Array(text.length);
        text.forEach((id, position) => {
            this.#positions[next[id]++] = position;
        });
    }
    /** Ascending positions of a token; empty if it does not occur. */
    of(id) {
        if (id + 1 >= this.#offsets.length)
            return this.#positions.subarray(0, 0);
        return this.#positions.subarray(this.#offsets[id], this.#offsets[id + 1]);
    }
    /**
     * Turns a row, or the first words of one, into the next one in place: V' = (V + (V & M)) | (V & ~M), M the positions of
     * the token. Only words with a position, and those a carry runs through, are touched.
     */
    advance(row, id) {
        const positions = this.of(id);
        let index = 0;
        let word = 0;
        let carry = 0;
        while (index < positions.length) {
            const target = positions[index] >>> 5;
            if (target >= row.length)
                break;
            if (carry !== 0 && word < target)
                carry = carryThrough(row, word, target);
            word = target;
            let mask = 0;
            while (index < positions.length && positions[index] >>> 5 === target) {
                mask |= 1 << (positions[index++] & 31);
            }
            const value = row[word];
            const hit = value & mask;
            const sum = (((value + hit) | 0) + carry) | 0;
            carry = ((value & hit) | ((value | hit) & ~sum)) >>> 31;
            row[word] = sum | (value & ~mask);
            word++;
        }
        if (carry !== 0)
            carryThrough(row, word, row.length);
    }
}
/** Adds a carry to the words from `from` on, up to `to`; gives what is left of it. */
function carryThrough(row, from, to) {
    for (let word = from; word < to; word++) {
        const value = row[word];
        const sum = (value + 1) | 0;
        row[word] = sum | value;
        // Only a word of ones hands the carry on.
        if (value !== -1)
            return 0;
    }
    return 1;
}
/** The last clear bit of a row at or before a position, or -1. */
export function lastClear(row, position) {
    if (position < 0)
        return -1;
    let word = position >>> 5;
    let clear = ~row[word] & (-1 >>> (31 - (position & 31)));
    while (clear === 0) {
        if (--word < 0)
            return -1;
        clear = ~row[word];
    }
    return word * 32 + 31 - Math.clz32(clear);
}
/** Number of set bits of a 32-bit word. */
export function popCount(word) {
    let bits = word - ((word >>> 1) & 0x55555555);
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
/** All rows are kept while they fit into 4 Mi words (16 MiB); beyond, about the square root of their number. */
function spacingFor(rows, words) {
    return rows * words <= 4 << 20 ? rows + 1 : Math.ceil(Math.sqrt(rows));
}
