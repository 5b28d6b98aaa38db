import { Fate } from "./alignment.js";
import { BitRows } from "./bit-rows.js";
import { align } from "./lcs.js";
/** Matched islands of fewer tokens than this, between surplus on both sides, do not end a stretch. */
const ISLAND = 3;
/** A stretch that an optional block may claim is at most this many times as long as the block. */
const LONGEST_STRETCH = 2;
/**
 * Lets each optional block that is less than half matched claim, wherever it stands, the stretch of surplus
 * tokens that has the longest common subsequence with its unmatched tokens, if that is at least half of the
 * block. Only the tokens of that subsequence are claimed, so that no gold token counts twice. Blocks claim in page order; of equal stretches the first. The
 * alignment given is changed in place.
 */
export function claimMovedBlocks(alignment, extraction, gold) {
    const isMatched = new Uint8Array(gold.ids.length);
    for (const goldIndex of alignment.goldOf)
        if (goldIndex >= 0)
            isMatched[goldIndex] = 1;
    for (const { start, end } of gold.optional) {
        const unmatched = [];
        for (let index = start; index < end; index++)
            if (isMatched[index] === 0)
                unmatched.push(index);
        const length = end - start;
        if (2 * unmatched.length > length)
            claimFor(unmatched, length, alignment, extraction, gold);
    }
}
function claimFor(unmatched, blockLength, alignment, extraction, gold) {
    const ids = Int32Array.from(unmatched, (index) => gold.ids[index]);
    let longest = Math.ceil(blockLength / 2) - 1;
    let best;
    for (const run of surplusRuns(alignment.fate)) {
        for (const stretch of likelyStretches(run, extraction, ids, () => longest)) {
            const common = new BitRows(ids, idsAt(extraction, stretch)).length;
            if (common <= longest)
                continue;
            longest = common;
            best = stretch;
        }
    }
    if (best === undefined)
        return;
    align(idsAt(extraction, best), ids).forEach((each, index) => {
        if (each < 0)
            return;
        alignment.goldOf[best[index]] = unmatched[each];
        alignment.fate[best[index]] = Fate.CLAIMED;
    });
}
function idsAt(extraction, positions) {
    return positions.map((position) => extraction[position]);
}
/** The positions of surplus tokens, run by run; small matched islands do not end a run. */
function surplusRuns(fate) {
    const runs = [];
    let run = [];
    let island = 0;
    fate.forEach((each, position) => {
        if (each === Fate.SURPLUS) {
            run.push(position);
            island = 0;
        }
        else if (++island === ISLAND && run.length > 0) {
            runs.push(Int32Array.from(run));
            run = [];
        }
    });
    if (run.length > 0)
        runs.push(Int32Array.from(run));
    return runs;
}
/**
 * The stretches of a run, at most twice as long as the block, that may share more than `beaten()` tokens with
 * it: those that hold so many of its tokens at all. The bound is kept while the window slides.
 */
function* likelyStretches(run, extraction, block, beaten) {
    const width = Math.min(run.length, LONGEST_STRETCH * block.length);
    const wanted = new Map();
    for (const id of block)
        wanted.set(id, (wanted.get(id) ?? 0) + 1);
    let shared = 0;
    const take = (at, step) => {
        const id = extraction[run[at]];
        const left = wanted.get(id);
        if (left === undefined)
            return;
        if (step === 1 ? left > 0 : left >= 0)
            shared += step;
        wanted.set(id, left - step);
    };
    for (let at = 0; at < width; at++)
        take(at, 1);
    for (let start = 0;; start++) {
        if (shared > beaten())
            yield run.subarray(start, start + width);
        if (start + width >= run.length)
            return;
        take(start, -1);
        take(start + width, 1);
    }
}
