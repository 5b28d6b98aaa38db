import { entriesOf } from "./ranked-entries.js";
import { isAside, metricsOf, signaturesOf } from "./shown-metrics.js";
import { figureColumn, figureColumns, nameColumns, tableOf } from "./table-columns.js";
/** The figures of the text beside those of the primary metric, where the table of that would be too wide; none where there are no others. */
export function otherFiguresTable(input, corpus) {
    const entries = entriesOf(input, corpus);
    const [{ primary } = { primary: '' }] = entries;
    const metrics = metricsOf(entries).filter((metric) => metric.name !== primary && !isAside(metric, input));
    if (metrics.length === 0)
        return undefined;
    const columns = [...nameColumns(), ...metrics.flatMap((metric) => figureColumns(metric, entries))];
    return {
        title: `${corpus}: other figures of the text`,
        ...tableOf(columns, entries),
        notes: [`sorted by ${primary} F1 as above; ranks are by that alone`],
        signatures: signaturesOf(entries, metrics),
    };
}
/** The table of what goes beside the figures of the text, headline figures alone; none where nothing does. */
export function companionTable(input, corpus) {
    const entries = entriesOf(input, corpus);
    const metrics = metricsOf(entries).filter((metric) => isAside(metric, input));
    if (metrics.length === 0)
        return undefined;
    const columns = [...nameColumns(), ...metrics.map(companionColumn)];
    const losses = metrics.filter(({ best }) => best === 0).map(({ name }) => name);
    return {
        title: `${corpus}: structure, order and metadata`,
        ...tableOf(columns, entries),
        notes: losses.length === 0
            ? []
            : [`${losses.join(', ')}: shares of what went wrong, 0 is best; all others: 1 is`],
        signatures: signaturesOf(entries, metrics),
    };
}
/** A metric of one figure stands under its own name. */
function companionColumn({ name, headline, figures }) {
    const whole = figureColumn(name, headline);
    return figures.length === 1 ? { ...whole, group: '', title: name } : whole;
}
