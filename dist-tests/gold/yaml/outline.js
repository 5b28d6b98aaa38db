import { didYouMean } from "../../util/did-you-mean.js";
/** Whether the word is a key somewhere in the file; a `?` behind it does not matter. */
export function isKey(outline, word) {
    return allKeys(outline).has(bare(word));
}
/** Whether the word is a key, or near enough to one to be a slip of the pen. */
export function resemblesKey(outline, word) {
    if (isKey(outline, word))
        return true;
    return /^[\w?-]{3,}$/u.test(word) && didYouMean(bare(word), allKeys(outline)) !== undefined;
}
/** Whether the word is one of these keys; a `?` behind it does not matter. */
export function hasKey(keys, word) {
    return keys.has(bare(word));
}
function bare(word) {
    return word.endsWith('?') ? word.slice(0, -1) : word;
}
const collected = new WeakMap();
function allKeys(outline) {
    const known = collected.get(outline);
    if (known)
        return known;
    const keys = new Set([
        ...outline.top,
        ...outline.entry,
        ...outline.attribute,
        ...[...outline.under.values()].flatMap((under) => [...under]),
    ]);
    collected.set(outline, keys);
    return keys;
}
