import { align } from "../align/lcs.js";
import { lowerBound } from "../document/lower-bound.js";
import { tokenize } from "../document/tokens.js";
/** Stretches at most this many times as long as the text that is looked for. */
const WIDEST = 2;
/**
 * Looks between two positions for a text that is not there to the letter: the stretch of page tokens, at most twice as
 * long, that shares the most tokens with it.
 *
 * @returns the matched stretches in the squeezed text, if more than half of the text's tokens are matched in order;
 * neighbouring tokens are one stretch
 */
export function findAltered(text, tokens, vocabulary, [from, to]) {
    const wanted = tokenize([{ text }], vocabulary);
    const window = richestWindow(tokens, wanted.ids, from, to);
    if (window === undefined)
        return undefined;
    const ids = tokens.ids.subarray(window.start, window.end);
    const matched = [];
    align(ids, wanted.ids).forEach((other, index) => {
        if (other >= 0)
            matched.push(window.start + index);
    });
    return 2 * matched.length > wanted.length ? stretchesOf(matched, tokens) : undefined;
}
/** The window that shares the most tokens with the text, the first of equal ones; none if that is not over half. */
function richestWindow({ ids, start, end }, wanted, from, to) {
    const first = lowerBound(start, from);
    const last = lowerBound(end, to + 1);
    const width = Math.min(WIDEST * wanted.length, last - first);
    const left = new Map();
    for (const id of wanted)
        left.set(id, (left.get(id) ?? 0) + 1);
    let shared = 0;
    let most = Math.floor(wanted.length / 2);
    let best;
    for (let at = first; at < last; at++) {
        shared += take(left, ids[at], 1);
        if (at - width >= first)
            shared += take(left, ids[at - width], -1);
        if (shared <= most)
            continue;
        most = shared;
        best = Math.max(first, at - width + 1);
    }
    return best === undefined ? undefined : { start: best, end: Math.min(best + width, last) };
}
/** Takes a token into the window (1) or out of it (-1); says by how much what is shared changes. */
function take(left, id, step) {
    const rest = left.get(id);
    if (rest === undefined)
        return 0;
    left.set(id, rest - step);
    if (step === 1)
        return rest > 0 ? 1 : 0;
    return rest >= 0 ? -1 : 0;
}
function stretchesOf(matched, { start, end }) {
    const stretches = [];
    matched.forEach((token, index) => {
        const last = stretches.at(-1);
        if (last !== undefined && matched[index - 1] === token - 1)
            last.end = end[token];
        else
            stretches.push({ start: start[token], end: end[token] });
    });
    return stretches;
}
