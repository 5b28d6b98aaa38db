import { Fate } from "../align/alignment.js";
import { findEchoes, withIslands } from "./echoes.js";
/** A page by the share of its required tokens that are of one sort; undefined where nothing is required or came out. */
export function scoreDisplaced(displaced, figure) {
    const { required, extracted, [figure]: count } = displaced;
    const counts = { required, [figure]: count };
    if (required === 0)
        return { counts, figures: { [figure]: { undefined: 'nothing-required' } } };
    if (extracted === 0)
        return { counts, figures: { [figure]: { undefined: 'nothing-extracted' } } };
    return { counts, figures: { [figure]: count / required } };
}
/** Looks for gold in what is surplus, on the alignment that every token metric counts on. */
export function displacedTokens({ alignment, gold, tokens, }) {
    const isMatched = new Uint8Array(gold.ids.length);
    const surplus = new Uint8Array(tokens.length);
    alignment.goldOf.forEach((goldIndex, index) => {
        if (alignment.fate[index] === Fate.SURPLUS)
            surplus[index] = 1;
        else
            isMatched[goldIndex] = 1;
    });
    const missing = gold.required.map((flag, index) => flag & (1 - isMatched[index]));
    const matched = gold.required.map((flag, index) => flag & isMatched[index]);
    const extraction = { ids: tokens.ids, flags: withIslands(surplus) };
    const moved = findEchoes(extraction, { ids: gold.ids, flags: withIslands(missing) }, false);
    const repeated = findEchoes(extraction, { ids: gold.ids, flags: matched }, true);
    return {
        required: gold.required.reduce((sum, flag) => sum + flag, 0),
        extracted: tokens.length,
        moved: missing.reduce((sum, flag, index) => sum + (flag & moved[index]), 0),
        repeated: matched.reduce((sum, flag, index) => sum + (flag & repeated[index]), 0),
    };
}
