/** Shorter stretches are found everywhere by chance. */
const SHORTEST = 5;
/** Fewer tokens than this between losses on both sides do not end a run of them: small words match anywhere. */
const ISLAND = 3;
/** Of a stretch that stands in gold more often than this only the first places are tried, which bounds the work. */
const MOST_PLACES = 16;
/**
 * Finds what came out in another place: stretches of five flagged tokens or more of an extraction that equal stretches
 * of flagged gold tokens, from the start of the extraction on, the longest first place each.
 *
 * @param reuse whether a gold token may be found again and again
 * @returns 1 for each gold token that was found
 */
export function findEchoes(extraction, gold, reuse) {
    const found = new Uint8Array(gold.ids.length);
    const places = placesIn(gold, hashesOf(extraction));
    if (places.size === 0)
        return found;
    for (let at = 0; at < extraction.ids.length;) {
        const { place, length } = longestAt(at, extraction, gold, places, reuse ? undefined : found);
        found.fill(1, place, place + length);
        at += Math.max(1, length);
    }
    return found;
}
/** Flags as they are, and those of islands of fewer than three tokens between flagged ones on both sides. */
export function withIslands(flags) {
    const bridged = flags.slice();
    let last = -1;
    flags.forEach((flag, index) => {
        if (flag === 0)
            return;
        if (last >= 0 && index - last - 1 < ISLAND)
            bridged.fill(1, last + 1, index);
        last = index;
    });
    return bridged;
}
function longestAt(at, extraction, gold, places, taken) {
    let best = { place: 0, length: 0 };
    for (const place of places.get(hashAt(extraction, at) ?? Number.NaN) ?? []) {
        let length = 0;
        while (extraction.flags[at + length] === 1 &&
            gold.flags[place + length] === 1 &&
            extraction.ids[at + length] === gold.ids[place + length] &&
            taken?.[place + length] !== 1) {
            length++;
        }
        if (length >= SHORTEST && length > best.length)
            best = { place, length };
    }
    return best;
}
function hashesOf(tokens) {
    const hashes = new Set();
    for (let at = 0; at < tokens.ids.length; at++) {
        const hash = hashAt(tokens, at);
        if (hash !== undefined)
            hashes.add(hash);
    }
    return hashes;
}
function placesIn(gold, wanted) {
    const places = new Map();
    if (wanted.size === 0)
        return places;
    for (let at = 0; at < gold.ids.length; at++) {
        const hash = hashAt(gold, at);
        if (hash === undefined || !wanted.has(hash))
            continue;
        const known = places.get(hash);
        if (known === undefined)
            places.set(hash, [at]);
        else if (known.length < MOST_PLACES)
            known.push(at);
    }
    return places;
}
/** A hash of the five tokens from a place on, if all of them are flagged. Equal hashes are compared token by token. */
function hashAt({ ids, flags }, at) {
    let hash = 17;
    for (let index = at; index < at + SHORTEST; index++) {
        if (flags[index] !== 1)
            return undefined;
        hash = Math.imul(hash, 31_415_821) + ids[index];
    }
    return hash | 0;
}
