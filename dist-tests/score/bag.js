export function toBag(things) {
    const counts = new Map();
    for (const thing of things)
        counts.set(thing, (counts.get(thing) ?? 0) + 1);
    return { counts, total: things.length };
}
/** How many things two bags share: of each as many as the one has that has fewer. */
export function sharedCount(one, other) {
    let shared = 0;
    for (const [thing, count] of one.counts)
        shared += Math.min(count, other.counts.get(thing) ?? 0);
    return shared;
}
