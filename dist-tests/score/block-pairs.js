import { Fate } from "../align/alignment.js";
/**
 * Pairs blocks of gold and extraction: two are a pair when more than half of the tokens of each is aligned with the
 * other, so that a block is in one pair at most. Pairs of optional gold are left out: they are without gain or loss.
 */
export function pairBlocks(input) {
    const { goldDocument, document, goldTokens, tokens } = input;
    const shared = sharedTokens(input);
    const [goldSizes, sizes] = [sizesOf(goldTokens), sizesOf(tokens)];
    const isRequired = (index) => goldDocument.blocks[index].role === 'required';
    const required = shared.filter(({ index }) => isRequired(index));
    const optional = shared.filter(({ index }) => !isRequired(index));
    const pairs = required
        .filter(({ index, other, count }) => 2 * count > goldSizes.get(index) && 2 * count > sizes.get(other))
        .map(({ index, other }) => {
        return { gold: goldDocument.blocks[index], extracted: document.blocks[other], index };
    })
        .toSorted((a, b) => a.index - b.index);
    const paired = new Set(pairs.map(({ index }) => index));
    const requiredSizes = [...goldSizes].filter(([index]) => isRequired(index));
    return {
        pairs,
        counts: {
            required: requiredSizes.length,
            ...countLost(requiredSizes.filter(([index]) => !paired.has(index)), required),
            ...countExtracted(sizes, shared, optional),
        },
    };
}
function countLost(lost, shared) {
    const total = new Map();
    const most = new Map();
    for (const { index, count } of shared) {
        add(total, index, count);
        most.set(index, Math.max(most.get(index) ?? 0, count));
    }
    const cameOut = lost.filter(([index, size]) => 2 * (total.get(index) ?? 0) > size);
    const merged = cameOut.filter(([index, size]) => 2 * most.get(index) > size).length;
    return { missing: lost.length - cameOut.length, merged, split: cameOut.length - merged };
}
function countExtracted(sizes, shared, optional) {
    const isMostly = (of) => {
        const counts = new Map();
        for (const { other, count } of of)
            add(counts, other, count);
        return ([other, size]) => 2 * (counts.get(other) ?? 0) > size;
    };
    const isOptional = isMostly(optional);
    const isGold = isMostly(shared);
    const counted = [...sizes].filter((block) => !isOptional(block));
    return { extracted: counted.length, surplus: counted.filter((block) => !isGold(block)).length };
}
/** How many tokens a block of gold and one of the extraction share by the alignment, where they share any. */
function sharedTokens({ alignment, goldTokens, tokens, document }) {
    const width = document.blocks.length;
    const counts = new Map();
    alignment.goldOf.forEach((goldIndex, index) => {
        if (alignment.fate[index] === Fate.SURPLUS)
            return;
        add(counts, goldTokens.block[goldIndex] * width + tokens.block[index], 1);
    });
    return [...counts].map(([key, count]) => ({ index: Math.floor(key / width), other: key % width, count }));
}
/** Number of tokens by block; blocks without any are left out. */
function sizesOf({ block }) {
    const sizes = new Map();
    for (const index of block)
        add(sizes, index, 1);
    return sizes;
}
function add(counts, key, count) {
    counts.set(key, (counts.get(key) ?? 0) + count);
}
