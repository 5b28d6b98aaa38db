import { read } from "./reading.js";
import { Search } from "./search.js";
/**
 * Aligns an extraction with gold that has optional blocks.
 *
 * In page order the two are aligned by the longest common subsequence with the most required tokens (`align`),
 * then optional blocks that came out elsewhere claim their stretch (`claimMovedBlocks`).
 *
 * That alone would not keep the promise that moving a whole optional block changes nothing: a long caption
 * behind the shorter paragraph it belongs before makes the longest subsequence by *dropping the paragraph*. So
 * an optional block may be set aside, together with a place where it stands whole in the extraction or without
 * one, and the rest is aligned without it, wherever that leaves fewer errors (required tokens missing, plus
 * surplus). A block set aside without a place claims like any other.
 * Without optional blocks this is `align` and nothing else.
 */
export function alignWithGold(extraction, gold) {
    const inPlace = read(extraction, gold, []);
    return gold.optional.length === 0
        ? inPlace.alignment
        : new Search(extraction, gold).from(inPlace).alignment;
}
