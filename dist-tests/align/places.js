/** A block of a word or two may stand anywhere; more places than this are not tried, which bounds the work. */
const MOST_PLACES = 16;
/** Where an optional block stands whole in the extraction: the first tokens of its first places. */
export function placesOf({ start, end }, extraction, gold) {
    const places = [];
    for (let place = 0; place + (end - start) <= extraction.length && places.length < MOST_PLACES; place++) {
        let index = start;
        while (index < end && extraction[place + index - start] === gold.ids[index])
            index++;
        if (index === end)
            places.push(place);
    }
    return places;
}
/** Tells whether a stretch of the extraction is taken by none of the blocks set aside. */
export function freePlaces(length, gold, aside) {
    const taken = new Uint8Array(length);
    for (const { block, place } of aside) {
        if (place !== undefined)
            taken.fill(1, place, place + lengthOf(gold.optional[block]));
    }
    return (place, stretch) => taken.subarray(place, place + stretch).every((flag) => flag === 0);
}
export function lengthOf({ start, end }) {
    return end - start;
}
