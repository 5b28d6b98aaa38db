import { freePlaces, lengthOf, placesOf } from "./places.js";
import { read } from "./reading.js";
import { Neighbourhood } from "./surroundings.js";
/** What looked best among its surroundings may not be on the whole; so many are tried before none is. */
const MOST_TRIES = 3;
/**
 * Looks for the reading with the fewest errors. A reading is as much work as the whole alignment, so a block is tried
 * among its surroundings first, which in a page that is not long are the page.
 */
export class Search {
    #extraction;
    #gold;
    /** No reading has fewer errors. */
    #fewest;
    /** For each optional block the first places where it stands whole in the extraction, ascending. */
    #places;
    constructor(extraction, gold) {
        this.#extraction = extraction;
        this.#gold = gold;
        this.#fewest = unavoidableErrors(extraction, gold);
        this.#places = gold.optional.map((block) => placesOf(block, extraction, gold));
    }
    from(inPlace) {
        const stepByStep = this.#descend(inPlace);
        if (stepByStep.errors === this.#fewest)
            return stepByStep;
        // Where several blocks have moved, taking out one of them alone may not help yet.
        return fewestErrors(stepByStep, this.#descend(this.#read(this.#allAside())));
    }
    /** Sets blocks aside while that helps. */
    #descend(from) {
        let best = from;
        while (best.errors > this.#fewest) {
            const next = this.#step(best);
            if (next === undefined)
                break;
            best = next;
        }
        return best;
    }
    /** A reading with fewer errors, if there is one: without all candidates that do not touch each other, else without one. */
    #step(from) {
        const candidates = this.#candidates(from);
        const together = apart(candidates);
        const alone = candidates.slice(0, MOST_TRIES).map((each) => [each]);
        for (const aside of together.length > 1 ? [together, ...alone] : alone) {
            const next = this.#read([...from.aside, ...aside]);
            if (next.errors < from.errors)
                return next;
        }
        return undefined;
    }
    /** The blocks without which there are fewer errors, those that gain most first. */
    #candidates(from) {
        const neighbourhood = new Neighbourhood(this.#extraction, this.#gold, from);
        const isAside = new Set(from.aside.map(({ block }) => block));
        return [...this.#gold.optional.keys()]
            .filter((block) => !isAside.has(block))
            .flatMap((block) => this.#candidate(block, neighbourhood) ?? [])
            .toSorted((a, b) => b.gain - a.gain);
    }
    /** The block at its best place, or without one, if that leaves fewer errors around it. */
    #candidate(block, neighbourhood) {
        const places = this.#places[block];
        const surroundings = neighbourhood.around(block, places.length > 0);
        if (surroundings === undefined)
            return undefined;
        const { extraction, gold, aside, surplus, missing } = surroundings;
        let best;
        for (const place of [undefined, ...places.filter((each) => isAmong(surroundings, each))]) {
            const placeHere = place === undefined ? undefined : surroundings.positions.indexOf(place);
            const also = { block: surroundings.block, place: placeHere };
            const gain = surplus + missing - read(extraction, gold, [...aside, also]).errors;
            if (gain > (best?.gain ?? 0))
                best = { block, place, gain, surroundings };
            if (gain === surplus + missing)
                break;
        }
        return best;
    }
    /** Every block that stands somewhere, longest first, each with the first place that is still free. */
    #allAside() {
        const blocks = this.#gold.optional;
        const longestFirst = [...blocks.keys()].toSorted((a, b) => lengthOf(blocks[b]) - lengthOf(blocks[a]) || a - b);
        const aside = [];
        for (const block of longestFirst) {
            const isFree = freePlaces(this.#extraction.length, this.#gold, aside);
            const place = this.#places[block].find((start) => isFree(start, lengthOf(blocks[block])));
            if (place !== undefined)
                aside.push({ block, place });
        }
        return aside;
    }
    #read(aside) {
        return read(this.#extraction, this.#gold, aside);
    }
}
/** Candidates whose surroundings do not touch each other's, the first ones first. */
function apart(candidates) {
    const chosen = [];
    for (const candidate of candidates) {
        const { range, goldRange } = candidate.surroundings;
        const isApart = chosen.every(({ surroundings: other }) => areApart(range, other.range) && areApart(goldRange, other.goldRange));
        if (isApart)
            chosen.push(candidate);
    }
    return chosen;
}
function areApart(one, other) {
    return one.end <= other.start || other.end <= one.start;
}
/** Whether a place of the block in the whole extraction is among its surroundings. */
function isAmong({ positions, gold, block }, place) {
    const last = lengthOf(gold.optional[block]) - 1;
    return positions[positions.indexOf(place) + last] === place + last;
}
function fewestErrors(first, second) {
    return second.errors < first.errors ? second : first;
}
/** The errors of any reading whatever, by counts alone: tokens gold has too few of, required ones that lack. */
function unavoidableErrors(extraction, gold) {
    const inGold = new Map();
    const required = new Map();
    gold.ids.forEach((id, index) => {
        inGold.set(id, (inGold.get(id) ?? 0) + 1);
        if (gold.required[index] === 1)
            required.set(id, (required.get(id) ?? 0) + 1);
    });
    const came = new Map();
    for (const id of extraction)
        came.set(id, (came.get(id) ?? 0) + 1);
    let errors = 0;
    for (const [id, count] of came)
        errors += Math.max(0, count - (inGold.get(id) ?? 0));
    for (const [id, count] of required)
        errors += Math.max(0, count - (came.get(id) ?? 0));
    return errors;
}
