import { distance } from 'fastest-levenshtein';
/**
 * The known word that was probably meant, or nothing when none is near. Case does not matter. A word of three
 * letters per error is near, so that `langauge` finds `language` and `x` finds nothing; two neighbours
 * swapped count as near in words of any length. Of equally near words the first one known wins.
 */
export function didYouMean(word, known) {
    const meant = word.toLowerCase();
    let nearest;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of known) {
        const errors = distance(meant, candidate.toLowerCase());
        if (errors < least && errors <= tolerance(meant, candidate.toLowerCase())) {
            nearest = candidate;
            least = errors;
        }
    }
    return nearest;
}
/** Tells that nobody knows a name: which one was probably meant, and all that are known. */
export function unknownName(what, name, known) {
    const near = didYouMean(name, known);
    const all = known.join(', ');
    return near === undefined
        ? `unknown ${what} "${name}"; known are ${all}`
        : `unknown ${what} "${name}": did you mean "${near}"? Known are ${all}`;
}
/** How many edits between two words still look like a slip; fewer than letters, or anything would do. */
function tolerance(word, candidate) {
    // Levenshtein counts a swap of neighbours as two edits, although it is one slip: boyd, tilte, lnaguage.
    if (word.length > 2 && sorted(word) === sorted(candidate))
        return 2;
    const allowed = Math.max(1, Math.floor(word.length / 3));
    return Math.min(allowed, Math.max(word.length, candidate.length) - 1);
}
function sorted(word) {
    return word.split('').toSorted().join('');
}
