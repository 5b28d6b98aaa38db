/**
 * The figure over all sites once.
 *
 * @param columns entries by site
 */
export function estimate([first, second]) {
    const one = ratioOf(first);
    const other = second && ratioOf(second);
    const tangent = tangentAt(one, other);
    const influence = residuals(first, one).map((each) => tangent.first * each);
    if (second !== undefined) {
        residuals(second, other).forEach((each, site) => (influence[site] += tangent.second * each));
    }
    return { value: tangent.value, influence };
}
/** The ratio of the sums of two columns. */
export function ratioOf({ part, whole }) {
    const sum = sumOf(whole);
    return { value: sum === 0 ? 0 : sumOf(part) / sum, whole: sum };
}
/** What the ratio leaves of each part: part − ratio · whole. They sum to 0. */
export function residuals({ part, whole }, { value }) {
    return part.map((each, site) => each - value * whole[site]);
}
/** The figure where its ratios stand: the one ratio itself, or the harmonic mean of two. */
export function tangentAt(first, second) {
    if (second === undefined)
        return { value: first.value, first: inverse(first.whole), second: 0 };
    const sum = first.value + second.value;
    if (sum === 0)
        return { value: 0, first: 0, second: 0 };
    return {
        value: (2 * first.value * second.value) / sum,
        first: ((2 * second.value * second.value) / (sum * sum)) * inverse(first.whole),
        second: ((2 * first.value * first.value) / (sum * sum)) * inverse(second.whole),
    };
}
function inverse(sum) {
    return sum === 0 ? 0 : 1 / sum;
}
function sumOf(column) {
    let sum = 0;
    for (const each of column)
        sum += each;
    return sum;
}
