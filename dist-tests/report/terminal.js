import { GAP, columnWidths, pad, padCells, widest } from "./columns.js";
import { describeFailures, describeRepeats, describeWorst, failedPages } from "./findings.js";
import { leaderboards } from "./leaderboard.js";
import { printable } from "../util/printable.js";
import { entriesOf } from "./ranked-entries.js";
/** Failed pages named for each extractor; the report file names them all. */
const FAILURES_SHOWN = 3;
/** Worst pages are shown of so many extractors at most: of more they would push the table out of sight. */
const WORST_SHOWN = 4;
/** Longer identifiers are cut in the terminal, and so are hashes; the report file has them whole. */
const LONGEST_ID = 64;
const HASH = /^[0-9a-f]{32,}$/;
/** The report of a run for the terminal: one table for each corpus, then failures and worst pages. */
export function terminalReport(input, colors) {
    const tables = leaderboards(input);
    const sections = input.description.corpora.map((corpus, index) => {
        const entries = entriesOf(input, corpus.name);
        return [
            ...renderTable(tables[index], colors),
            ...renderFailures(input, entries, colors),
            ...renderRepeats(entries, colors),
            ...renderWorstPages(entries, colors),
        ].join('\n');
    });
    return `${sections.join('\n\n')}\n`;
}
function renderTable(table, colors) {
    const titles = table.columns.map(({ title }) => title);
    const rows = table.rows.map((row) => row.map(printable));
    const widths = columnWidths([titles, ...rows]);
    const line = (cells) => padCells(cells, widths, (column) => table.columns[column].align)
        .join(GAP)
        .trimEnd();
    return [
        colors.bold(printable(table.title)),
        '',
        // Without figures, as where every page was skipped, there are no groups.
        ...[groupLine(table.columns, widths), line(titles)].filter(Boolean).map((head) => colors.dim(head)),
        ...rows.map(line),
        '',
        ...table.notes.map((note) => colors.dim(printable(note))),
        ...table.signatures.map((signature) => colors.dim(printable(signature))),
    ];
}
/** The names of the metrics, each over the first of its columns. */
function groupLine(columns, widths) {
    let line = '';
    let at = 0;
    columns.forEach(({ group }, column) => {
        const startsGroup = group !== '' && columns[column - 1]?.group !== group;
        if (startsGroup)
            line = pad(line, Math.max(at, line === '' ? 0 : widest([line]) + 1)) + group;
        at += widths[column] + GAP.length;
    });
    return line;
}
function renderFailures(input, entries, colors) {
    return entries.flatMap((entry) => {
        const failed = failedPages(input, entry);
        if (failed.length === 0)
            return [];
        const shown = failed.slice(0, FAILURES_SHOWN).map(({ page, failure, message }) => {
            return `  ${shorten(page)}  ${colors.red(failure)}: ${printable(message)}`;
        });
        const rest = failed.length > shown.length ? [`  … ${failed.length - shown.length} more in report.md`] : [];
        return [
            '',
            colors.bold(`${printable(entry.name)} failed: ${describeFailures(entry)}`),
            ...shown,
            ...rest,
        ];
    });
}
function renderRepeats(entries, colors) {
    return entries.flatMap((entry) => {
        const said = describeRepeats(entry);
        if (said === undefined)
            return [];
        const { differing } = entry.repeats;
        const shown = differing.slice(0, FAILURES_SHOWN).map((page) => `  ${shorten(page)}`);
        const rest = differing.length > shown.length ? [`  … ${differing.length - shown.length} more in report.md`] : [];
        return ['', `${colors.bold(printable(entry.name))}: ${said}`, ...shown, ...rest];
    });
}
function renderWorstPages(entries, colors) {
    const lossy = entries.filter(({ baseline, worst }) => !baseline && worst.length > 0);
    if (lossy.length > WORST_SHOWN) {
        return ['', colors.dim(`worst pages of each of the ${lossy.length} extractors: in report.md`)];
    }
    return lossy.flatMap((entry) => {
        const heading = `${printable(entry.name)}: worst pages by ${entry.primary} F1`;
        const width = widest(entry.worst.map(label));
        const pages = entry.worst.map((page) => `  ${page.value.toFixed(3)}  ${pad(label(page), width)}  ${describeWorst(entry, page)}`);
        return ['', colors.bold(heading), ...pages];
    });
}
/** A page by its identifier; the site goes before an identifier that does not tell it. */
function label({ page, site }) {
    return page.startsWith(site) ? shorten(page) : `${printable(site)} ${shorten(page)}`;
}
function shorten(id) {
    const shown = printable(id);
    if (HASH.test(shown))
        return `${shown.slice(0, 12)}…`;
    return shown.length <= LONGEST_ID ? shown : `${shown.slice(0, LONGEST_ID - 1)}…`;
}
