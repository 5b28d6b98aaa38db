import { Fate, countAlignment } from "./alignment.js";
import { claimMovedBlocks } from "./claims.js";
import { align } from "./lcs.js";
/** Aligns what is left when some blocks are set aside, lets moved blocks claim, and puts the parts together. */
export function read(extraction, gold, aside) {
    const alignment = aside.length === 0 ? inPlace(extraction, gold) : withoutThese(extraction, gold, aside);
    claimMovedBlocks(alignment, extraction, gold);
    const { missing, surplus } = countAlignment(alignment, gold);
    return { alignment, aside, errors: missing + surplus };
}
function inPlace(extraction, gold) {
    const goldOf = align(extraction, gold.ids, gold.required);
    return { goldOf, fate: Uint8Array.from(goldOf, (index) => (index < 0 ? Fate.SURPLUS : Fate.MATCHED)) };
}
function withoutThese(extraction, gold, aside) {
    const goldOf = new Int32Array(extraction.length).fill(-1);
    const fate = new Uint8Array(extraction.length).fill(Fate.SURPLUS);
    const goldLeft = new Uint8Array(gold.ids.length).fill(1);
    for (const { block, place } of aside) {
        const { start, end } = gold.optional[block];
        goldLeft.fill(0, start, end);
        if (place === undefined)
            continue;
        fate.fill(Fate.CLAIMED, place, place + end - start);
        for (let index = start; index < end; index++)
            goldOf[place + index - start] = index;
    }
    const rest = indicesWhere(extraction.length, (index) => fate[index] === Fate.SURPLUS);
    const goldRest = indicesWhere(gold.ids.length, (index) => goldLeft[index] === 1);
    const pairs = align(rest.map((index) => extraction[index]), goldRest.map((index) => gold.ids[index]), Uint8Array.from(goldRest, (index) => gold.required[index]));
    pairs.forEach((goldIndex, index) => {
        if (goldIndex < 0)
            return;
        goldOf[rest[index]] = goldRest[goldIndex];
        fate[rest[index]] = Fate.MATCHED;
    });
    return { goldOf, fate };
}
function indicesWhere(length, holds) {
    const indices = [];
    for (let index = 0; index < length; index++)
        if (holds(index))
            indices.push(index);
    return Int32Array.from(indices);
}
