import { isDefined } from "../model/score.js";
/** The plain mean of a figure over the pages where it is defined. */
export function meanOf(scores, figure) {
    const values = scores.map((score) => score.figures[figure]).filter(isDefined);
    return mean(values);
}
/** The plain mean of each of some figures, by name and in their order. */
export function meansOf(scores, figures) {
    return Object.fromEntries(figures.map((figure) => [figure, meanOf(scores, figure)]));
}
/** The plain mean of numbers, summed in the order given. None: undefined. */
export function mean(values) {
    if (values.length === 0)
        return { undefined: 'no-pages', n: 0 };
    let sum = 0;
    for (const value of values)
        sum += value;
    return { value: sum / values.length, n: values.length };
}
