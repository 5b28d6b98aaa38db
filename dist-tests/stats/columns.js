import { isDefined } from "../model/score.js";
const MEAN = { kind: 'mean' };
/**
 * The columns of a figure, an entry for each page; a page without a score (`undefined`) has zeros, which add nothing
 * to any sum.
 */
export function columnsOf(scores, figure, estimate = MEAN) {
    if (estimate.kind === 'ratio-of-sums') {
        return [{ part: countColumn(scores, estimate.part), whole: countColumn(scores, estimate.whole) }];
    }
    if (estimate.kind === 'mean')
        return [meanColumns(scores, figure)];
    const [first, second] = estimate.of;
    return [meanColumns(scores, first), meanColumns(scores, second)];
}
function meanColumns(scores, name) {
    const figures = scores.map((score) => score?.figures[name]);
    return {
        part: Float64Array.from(figures, (figure) => (isDefined(figure) ? figure : 0)),
        whole: Float64Array.from(figures, (figure) => (isDefined(figure) ? 1 : 0)),
    };
}
function countColumn(scores, names) {
    return Float64Array.from(scores, (score) => names.reduce((sum, name) => sum + (score?.counts[name] ?? 0), 0));
}
/**
 * Sums the entries of pages by site.
 *
 * @param siteOf index of each page's site, or −1 for a page to leave out
 */
export function bySite(columns, siteOf, sites) {
    return mapColumns(columns, (column) => sumBySite(column, siteOf, sites));
}
/** The same columns with other entries. */
export function mapColumns([first, second], change) {
    const mapped = ({ part, whole }) => ({
        part: change(part),
        whole: change(whole),
    });
    return second === undefined ? [mapped(first)] : [mapped(first), mapped(second)];
}
function sumBySite(column, siteOf, sites) {
    const sums = new Float64Array(sites);
    for (let page = 0; page < column.length; page++)
        if (siteOf[page] >= 0)
            sums[siteOf[page]] += column[page];
    return sums;
}
