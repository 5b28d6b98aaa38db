/** Bootstraps without a seed give another spread each time; ours is the same where it is no further off than this. */
export const SPREAD_WITHIN = 0.004;
export function readPrinted(text) {
    const [value = '', spread] = text.split('±').map((part) => part.trim());
    return spread === undefined ? { value } : { value, spread };
}
/** A figure printed with as many decimals as another. */
export function printLike(ours, published) {
    const decimals = published.length - published.indexOf('.') - 1;
    const printed = ours.toFixed(decimals);
    return published.startsWith('.') ? printed.replace(/^0/u, '') : printed;
}
/** Whether ours, printed like the published figure, is no further from it than this; 0: to the digit. */
export function isWithin(ours, published, within) {
    // Half a unit of a digit that no table has, for sums such as 0.1 + 0.2.
    return Math.abs(Number(printLike(ours, published)) - Number(published)) <= within + 1e-9;
}
/**
 * Standard deviation of a figure over samples of as many pages, drawn with replacement.
 *
 * @param figureOf the figure of some of the pages; `undefined` where it has none, which leaves the sample out
 * @param pages at least one
 */
export function bootstrapSpread(pages, figureOf, random, samples = 1000) {
    const values = [];
    for (let sample = 0; sample < samples; sample++) {
        const value = figureOf(pages.map(() => pages[random.below(pages.length)]));
        if (value !== undefined)
            values.push(value);
    }
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
