import { lowerBound } from "../document/lower-bound.js";
/**
 * Places texts in order, without overlap, so that the most text is placed: what strays is left, and takes nothing else
 * with it. Of those ways the one in which the most texts follow each other directly, because what stands together in
 * the gold does so in the page; then one whose first text begins latest, and whose end is earliest: a lead that
 * stands a second time far above as a teaser is found next to the rest. What is equal in all of that goes to the
 * earlier text: of two that are the same and have one place, the first has it.
 *
 * @returns for each text its place, or undefined where it has none
 *
 * Time: places × log of their number (a Fenwick tree over the ends of the places).
 */
export function placeInOrder(texts) {
    const ends = new BestEnds(texts.flatMap(({ length, places }) => places.map((place) => place + length)));
    let best;
    texts.forEach(({ length, places }, text) => {
        const nodes = places.map((place) => toNode({ text, place, end: place + length }, ends));
        // Only now, or a text that stands there twice would be put behind itself.
        for (const node of nodes) {
            ends.add(node);
            best = betterOf(best, node);
        }
    });
    const placed = texts.map(() => undefined);
    for (let node = best; node !== undefined; node = node.before)
        placed[node.text] = node.place;
    return placed;
}
function toNode(placed, ends) {
    const far = behind(ends.endingBy(placed.place), placed);
    const touching = ends.endingAt(placed.place);
    return touching === undefined ? far : betterOf(far, behind(touching, placed));
}
function behind(before, placed) {
    return {
        ...placed,
        covered: (before?.covered ?? 0) + placed.end - placed.place,
        adjacent: (before?.adjacent ?? 0) + (before?.end === placed.place ? 1 : 0),
        first: before?.first ?? placed.place,
        before,
    };
}
/** The better of two ways; of two that are equal the one that was there. */
function betterOf(held, node) {
    if (held === undefined)
        return node;
    const gain = node.covered - held.covered ||
        node.adjacent - held.adjacent ||
        node.first - held.first ||
        held.end - node.end;
    return gain > 0 ? node : held;
}
/** The best node that ends at or before a position, and the best that ends right there. */
class BestEnds {
    #ends;
    #tree;
    #at;
    constructor(ends) {
        this.#ends = [...new Set(ends)].toSorted((a, b) => a - b);
        this.#tree = Array.from({ length: this.#ends.length + 1 });
        this.#at = Array.from({ length: this.#ends.length + 1 });
    }
    add(node) {
        const rank = this.#rankOf(node.end);
        this.#at[rank] = betterOf(this.#at[rank], node);
        for (let at = rank; at < this.#tree.length; at += at & -at)
            this.#tree[at] = betterOf(this.#tree[at], node);
    }
    endingAt(position) {
        const rank = this.#rankOf(position);
        return this.#ends[rank - 1] === position ? this.#at[rank] : undefined;
    }
    endingBy(position) {
        let best;
        for (let at = this.#rankOf(position); at > 0; at -= at & -at) {
            const held = this.#tree[at];
            if (held !== undefined)
                best = betterOf(best, held);
        }
        return best;
    }
    /** How many ends are at or before the position: the rank of an end, from 1. */
    #rankOf(position) {
        return lowerBound(this.#ends, position + 1);
    }
}
