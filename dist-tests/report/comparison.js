import { SIGNIFICANCE } from "../stats/ranks.js";
import { alignedLines } from "./columns.js";
import { formatCount, formatNumber } from "./format.js";
import { printable } from "../util/printable.js";
/** Pages named on each side. */
const CHANGES_SHOWN = 5;
/** Two extractors on one corpus, for the terminal: each figure with what can be said of it, then the pages behind it. */
export function comparisonText(pair, colors) {
    const { corpus, metric, first, second, figures } = pair;
    const [{ pages, sites } = { pages: 0, sites: 0 }] = figures;
    const sameName = first.name === second.name;
    const titleOf = ({ name, version, run }) => printable(sameName ? `${name} ${version} (${run})` : `${name} ${version}`);
    return [
        colors.bold(`${printable(corpus)}: ${titleOf(first)} against ${titleOf(second)}, on ${formatNumber(pages, 'page')} of ${formatNumber(sites, 'site')}`),
        '',
        ...table(metric, figures),
        '',
        ...figures.map((figure) => verdict(figure, sameName ? ['the first', 'the second'] : [printable(first.name), printable(second.name)])),
        ...changes(pair, colors),
    ].join('\n');
}
function table(metric, figures) {
    const rows = [
        [metric, 'first', 'second', 'difference', '95 %', 'p', 'better/same/worse'],
        ...figures.map((each) => [
            each.figure,
            each.first.toFixed(3),
            each.second.toFixed(3),
            signed(each.difference),
            each.test?.interval === undefined
                ? '–'
                : `${signed(each.test.interval.low)} to ${signed(each.test.interval.high)}`,
            each.test === undefined ? '–' : chance(each.test.p),
            `${each.wins}/${each.ties}/${each.losses}`,
        ]),
    ];
    return alignedLines(rows);
}
/** What the statistics support, and no more. */
function verdict({ figure, difference, test, sites, wins, losses }, [first, second]) {
    if (wins === 0 && losses === 0)
        return `${figure}: the same on every page.`;
    if (test === undefined)
        return `${figure}: nothing is said of chance on ${formatNumber(sites, 'site')}; 20 are needed.`;
    if (test.p <= SIGNIFICANCE) {
        const [better, worse] = difference > 0 ? [first, second] : [second, first];
        return `${figure}: ${better} is better than ${worse}.`;
    }
    const reach = `a difference of ${test.detectable.toFixed(3)} would be found here in four of five cases`;
    const more = test.morePages === undefined
        ? ''
        : `; ${formatNumber(test.morePages, 'page')} more would be needed for one of ${Math.abs(difference).toFixed(3)}`;
    return `${figure}: the two cannot be told apart (${reach}${more}).`;
}
function changes({ changes: all, metric, figures }, colors) {
    const headline = figures.at(-1).figure;
    return [
        ...named(`that the first does better by ${metric} ${headline}`, all.filter(({ first, second }) => first > second), colors),
        ...named('that the second does better', all.filter(({ first, second }) => first < second), colors),
    ];
}
function named(title, pages, colors) {
    if (pages.length === 0)
        return [];
    const lines = pages.slice(0, CHANGES_SHOWN).map(({ page, site, first, second }) => {
        const where = page.startsWith(site) ? page : `${site} ${page}`;
        return `  ${first.toFixed(3)}  ${second.toFixed(3)}  ${printable(where)}`;
    });
    const rest = pages.length > lines.length ? [`  … ${formatCount(pages.length - lines.length)} more`] : [];
    return ['', colors.bold(`${formatNumber(pages.length, 'page')} ${title}`), ...lines, ...rest];
}
/** A difference with its sign. */
export function signed(value) {
    return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}
/** A p value with three decimals. */
export function chance(p) {
    return p < 0.001 ? '<0.001' : p.toFixed(3);
}
