import { NO_VALUE } from "../report/format.js";
import { printLike, readPrinted } from "./compare-figure.js";
/** Shares of pages: of the 181 pages of AEB a single one is more than any difference that is passed over. */
const NOT_COMPARED = new Set(['exact']);
/**
 * Figures of a run beside the published tables over its corpora: a row for each extractor of the run that stands in a
 * table, in the order of `peers`. All figures of ours come from the run. Tables without such a row are left out.
 */
export function besidePublished(run, tables, peers) {
    return tables.flatMap(({ file, table }) => {
        const own = peers.filter((peer) => peer.table === file);
        if ('pins' in table || own.length === 0)
            return [];
        const corpus = run.description.corpora.find(({ name }) => name === table.data);
        if (corpus === undefined)
            return [];
        const { title, source } = table;
        const columns = comparedColumns(table).map(([column]) => column);
        const leftOut = Object.keys(table.columns).filter((column) => !columns.includes(column));
        const common = { corpus: corpus.name, title, source, columns, leftOut };
        const incomparable = whyIncomparable(run.description, corpus);
        if (incomparable !== undefined)
            return [{ ...common, incomparable, rows: [] }];
        const rows = own.flatMap((peer) => rowOf(run, table, peer));
        return rows.length === 0 ? [] : [{ ...common, rows }];
    });
}
function comparedColumns({ columns }) {
    return Object.entries(columns).filter(([, { metric }]) => !NOT_COMPARED.has(metric));
}
function whyIncomparable({ policy }, { pages, selected }) {
    if (selected !== pages)
        return `this run took ${selected} of the ${pages} pages`;
    return policy === 'article' ? undefined : `this run is under the policy ${policy}`;
}
function rowOf({ description, summary }, table, { extractor, system, same, explained }) {
    // By what was named, so that an extractor of somebody's own under the same name is not taken for it.
    const named = description.extractors.find(({ source }) => source === extractor)?.name;
    const entry = summary.extractors.find(({ name, corpus }) => name === named && corpus === table.data);
    const row = table.rows.find((each) => each.system === system);
    if (entry === undefined || row === undefined)
        return [];
    const { version } = entry;
    const cells = cellsOf(entry, table, row);
    const largest = largestOf(cells);
    return [
        {
            extractor,
            version,
            system,
            publishedVersion: row.version,
            isSameVersion: version === row.version || version === same,
            ours: cells.map(({ ours }) => ours ?? NO_VALUE),
            published: cells.map(({ published }) => published),
            ...(largest !== undefined && { largest }),
            ...(explained?.version === version && { reason: explained.reason }),
        },
    ];
}
function cellsOf(entry, table, row) {
    return comparedColumns(table).map(([column, { metric, figure }]) => {
        const published = readPrinted(row.cells[column]).value;
        const found = entry.metrics[metric]?.[figure];
        if (found === undefined || !('value' in found))
            return { column, published };
        return { column, published, ours: printLike(found.value, published) };
    });
}
/** Of what is printed, as a reader would work it out; the first of equal ones. */
function largestOf(cells) {
    const differences = cells.flatMap(({ column, published, ours }) => ours === undefined ? [] : [{ column, difference: Number(ours) - Number(published) }]);
    const [largest] = differences.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
    return largest;
}
