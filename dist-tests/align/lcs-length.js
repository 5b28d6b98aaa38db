import { PositionIndex, popCount } from "./bit-rows.js";
/**
 * Length of the longest common subsequence of two sequences of ids. One row of bits is kept: memory is linear, time
 * text × pattern / 32 word steps at most. Either side empty: 0.
 */
export function lcsLength(pattern, text) {
    const row = new Int32Array(Math.ceil(text.length / 32)).fill(-1);
    const positions = new PositionIndex(text);
    for (const id of pattern)
        positions.advance(row, id);
    let clear = row.length * 32;
    for (const word of row)
        clear -= popCount(word);
    return clear;
}
