import { isDefined } from "../../model/score.js";
import { cardOf } from "./card.js";
/** Stands where a damage changes nothing that the metric could see. */
const UNCHANGED = '·';
const NO_VALUE = '–';
/** A card as Markdown, without a heading: a table, and what the metric does not see. */
export function cardText(metric) {
    const card = cardOf(metric);
    const row = (cells) => `| ${cells.join(' | ')} |`;
    const head = [`${card.metric} ${card.figure}`, ...card.articles];
    return [
        row(head.map((cell, column) => (column === 0 ? cell.padEnd(widthOf(card)) : cell.padStart(8)))),
        row(head.map((_, column) => (column === 0 ? '-'.repeat(widthOf(card)) : `${'-'.repeat(7)}:`))),
        ...card.rows.map(({ damage, cells }) => row([damage.padEnd(widthOf(card)), ...cells.map((cell) => cellText(cell).padStart(8))])),
        '',
        card.blindTo.length === 0 ? 'It sees every damage.' : `It does not see: ${card.blindTo.join(', ')}.`,
    ].join('\n');
}
function widthOf({ metric, figure, rows }) {
    return Math.max(`${metric} ${figure}`.length, ...rows.map(({ damage }) => damage.length));
}
function cellText(cell) {
    if (cell === undefined)
        return UNCHANGED;
    return isDefined(cell) ? cell.toFixed(3) : NO_VALUE;
}
/** The cards of metrics as one page: `score/cards.md`. */
export function cardsPage(metrics) {
    const intro = `# Metric cards

What each metric says of gold that somebody damaged: its headline figure, for one story in four languages. Made by
\`npm run cards\` and held by a test, so that no metric changes its mind unnoticed. ${UNCHANGED} means that the damage changes
nothing there (Japanese has no lower case), ${NO_VALUE} that the metric has no figure.
`;
    const cards = metrics.map((metric) => `## ${metric.name}\n\n${metric.definition}.\n\n${cardText(metric)}\n`);
    return [intro, ...cards].join('\n');
}
