import { BitRows, lastClear } from "./bit-rows.js";
import { alignPreferring } from "./preferred-lcs.js";
/**
 * Aligns two token sequences: of all longest common subsequences one with the most required gold tokens, so
 * that both counts are unique; which of those is settled by a walk back from the end that skips extraction
 * tokens first, then gold tokens.
 *
 * @param extraction token ids of what came out
 * @param gold token ids of required and optional gold, from the same vocabulary
 * @param required 1 for a required gold token, 0 for an optional one; absent: all are required
 * @returns for each extraction token the index of the gold token it is matched with, or -1
 *
 * Exact. Time: extraction × gold / 32 word steps; with optional tokens also the number of matching pairs.
 * Memory: near linear (see `BitRows`). Either side empty: nothing is matched.
 */
export function align(extraction, gold, required) {
    const goldOf = new Int32Array(extraction.length).fill(-1);
    const prefix = commonRequiredPrefix(extraction, gold, required);
    for (let index = 0; index < prefix; index++)
        goldOf[index] = index;
    const left = keepShared(extraction, gold, prefix);
    const right = keepShared(gold, extraction, prefix);
    const flags = required && Uint8Array.from(right.index, (index) => required[index]);
    const pairs = flags === undefined || flags.every((flag) => flag === 1)
        ? walkBack(left.ids, right.ids)
        : alignPreferring(left.ids, right.ids, flags);
    pairs.forEach((goldIndex, index) => {
        if (goldIndex >= 0)
            goldOf[left.index[index]] = right.index[goldIndex];
    });
    return goldOf;
}
/**
 * A common prefix can be matched beforehand as long as its gold is required: no alignment has more, and the
 * walk back, which prefers early tokens, ends there too. An optional token may have to leave its match to a
 * required one further on. (A common suffix could be matched as well, but the walk would match other tokens.)
 */
function commonRequiredPrefix(extraction, gold, required) {
    const limit = Math.min(extraction.length, gold.length);
    let length = 0;
    while (length < limit && extraction[length] === gold[length] && required?.[length] !== 0)
        length++;
    return length;
}
/** The tokens from `from` on that the other side has too: no others can be matched. */
function keepShared(sequence, other, from) {
    const occurring = new Set(other.subarray(from));
    const index = [];
    for (let at = from; at < sequence.length; at++)
        if (occurring.has(sequence[at]))
            index.push(at);
    return { ids: Int32Array.from(index, (at) => sequence[at]), index: Int32Array.from(index) };
}
/** The alignment without preferences: where the text's bit is clear, dropping that token would cost length. */
function walkBack(text, pattern) {
    const patternOf = new Int32Array(text.length).fill(-1);
    const rows = new BitRows(pattern, text);
    let position = text.length - 1;
    for (let j = pattern.length; j > 0; j--) {
        position = lastClear(rows.row(j, position + 1), position);
        if (position < 0)
            break;
        // Clear in the row above as well: this pattern token is not needed.
        if (!isClear(rows.row(j - 1, position + 1), position))
            patternOf[position--] = j - 1;
    }
    return patternOf;
}
function isClear(row, position) {
    return ((row[position >>> 5] >>> (position & 31)) & 1) === 0;
}
