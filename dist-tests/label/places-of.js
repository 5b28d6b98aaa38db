/** Where a text begins in another one, ascending, also where it overlaps itself; no more than `most` places. */
export function placesOf(text, inside, most) {
    const places = [];
    for (let at = inside.indexOf(text); at >= 0 && places.length < most; at = inside.indexOf(text, at + 1)) {
        places.push(at);
    }
    return places;
}
