import { NO_VALUE, formatCount, formatShare } from "./format.js";
/** Short titles of figures in tables; a figure without one stands under its own name. */
const TITLES = {
    precision: 'P',
    recall: 'R',
    f1: 'F1',
    accuracy: 'acc',
};
/** A figure of the primary metric about other pages than the rest, so it stands apart from them. */
export const REJECTS = 'rejects';
/** A column of what is no figure of a metric. */
export function column(title, cell) {
    return { group: '', title, align: 'right', cell };
}
/** Who, and over how many pages. */
export function nameColumns() {
    return [
        { ...column('extractor', (entry) => (entry.baseline ? `${entry.name} *` : entry.name)), align: 'left' },
        column('pages', (entry) => formatCount(entry.pages.scored)),
    ];
}
/** The figures of a metric; behind the one that ranks, its interval. */
export function figureColumns(metric, entries) {
    const isPrimary = entries.some(({ primary }) => primary === metric.name);
    return metric.figures
        .filter((figure) => figure !== REJECTS)
        .flatMap((figure) => {
        const isShown = isPrimary && figure === metric.headline && entries.some((entry) => intervalOf(entry, metric));
        return isShown
            ? [figureColumn(metric.name, figure), intervalColumn(metric)]
            : [figureColumn(metric.name, figure)];
    });
}
function intervalColumn(metric) {
    const cell = (entry) => intervalOf(entry, metric) ?? NO_VALUE;
    return { group: metric.name, title: '95 %', align: 'right', cell };
}
function intervalOf({ metrics }, { name, headline }) {
    const figure = metrics[name]?.[headline];
    if (figure === undefined || !('low' in figure) || !('high' in figure))
        return undefined;
    return `${figure.low.toFixed(3)}–${figure.high.toFixed(3)}`;
}
/** One figure of a metric. */
export function figureColumn(metric, figure) {
    const cell = (entry) => formatShare(entry.metrics[metric]?.[figure]);
    return { group: metric, title: TITLES[figure] ?? figure, align: 'right', cell };
}
/** The cells of a table. */
export function tableOf(columns, entries) {
    return {
        columns: columns.map(({ group, title, align }) => ({ group, title, align })),
        rows: entries.map((entry) => columns.map(({ cell }) => cell(entry))),
    };
}
