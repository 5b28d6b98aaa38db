/** What became of a token of the extraction. */
export const Fate = {
    /** In no gold that is left: it should not have come out. */
    SURPLUS: 0,
    /** Matched with a gold token in its place. */
    MATCHED: 1,
    /** Part of an optional block that came out elsewhere than in its place: counts for nothing. */
    CLAIMED: 2,
};
/** Counts an alignment. `required = matched + missing`; `matched + surplus + neutral` are all that came out. */
export function countAlignment(alignment, gold) {
    let required = 0;
    for (const flag of gold.required)
        required += flag;
    let matched = 0;
    let surplus = 0;
    let neutral = 0;
    alignment.fate.forEach((fate, index) => {
        if (fate === Fate.SURPLUS)
            surplus++;
        else if (gold.required[alignment.goldOf[index]] === 1)
            matched++;
        else
            neutral++;
    });
    return { required, matched, missing: required - matched, surplus, neutral };
}
