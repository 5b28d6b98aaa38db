import { join } from 'node:path';
import { openCorpus } from "../corpus/open.js";
import { readablePath } from "../util/readable-path.js";
import { trafilaturaPins } from "../corpus/sources/trafilatura-pins.js";
import { loadRecordedExtractor } from "../extract/drivers/recorded.js";
import { AssayError } from "../util/error.js";
import { POLICIES } from "../model/policy.js";
import { metricNamed } from "../score/metrics/register.js";
import { scoreMetrics } from "../score/score-metrics.js";
import { Random } from "../stats/random.js";
import { SPREAD_WITHIN, bootstrapSpread, isWithin, printLike, readPrinted } from "./compare-figure.js";
import { pathExists } from "../util/path-exists.js";
/** One recorded output takes no longer than this to give back a page. */
const SESSION = { workers: 1, timeoutMs: 10_000 };
/**
 * Computes published tables again from the data they were made of, cell by cell.
 *
 * @param data a folder with a clone or archive of each benchmark, in a folder named like its source: `aeb`,
 * `trafilatura`. What is not there is skipped, and says so.
 * @param onRow hears of each row that is done
 * @throws AssayError `bad-input` where there is none of the data, or some that cannot be read.
 */
export async function reproduce(tables, data, onRow = () => undefined) {
    await refuseNoData(tables, data);
    const pages = new Map();
    const reproduced = [];
    for (const table of tables) {
        const folder = join(data, table.data);
        const isThere = await pathExists(folder);
        if (isThere && !pages.has(table.data))
            pages.set(table.data, await readPages(`${table.data}:${folder}`));
        const { title, source } = table;
        const cells = isThere
            ? await cellsOf(table, folder, pages.get(table.data), onRow)
            : allSkipped(table, `there is no folder ${table.data} in the data`);
        reproduced.push({ title, source, notes: notesOf(table), cells });
    }
    return reproduced;
}
/** Where nothing is compared nothing is off, and a misspelt folder would pass for a success. */
async function refuseNoData(tables, data) {
    const names = [...new Set(tables.map((table) => table.data))];
    const found = await Promise.all(names.map((name) => pathExists(join(data, name))));
    if (tables.length === 0 || found.includes(true))
        return;
    const message = `found none of the folders ${names.join(', ')} in ${readablePath(data)}; expected a clone of each benchmark there`;
    throw new AssayError('bad-input', message);
}
async function readPages(specification) {
    const opened = await openCorpus(specification);
    if (opened.status === 'faulty')
        throw new AssayError('bad-input', `${specification} has problems: assay corpus check names them`);
    const pages = [];
    for (const reference of opened.corpus.pages) {
        const { page, gold } = await opened.corpus.read(reference);
        // The bytes are not needed: outputs are recorded.
        pages.push({ page: { ...page, bytes: new Uint8Array() }, gold });
    }
    return pages;
}
async function cellsOf(table, folder, pages, onRow) {
    if ('pins' in table)
        return pinCells(table, folder);
    const cells = [];
    for (const row of table.rows) {
        const why = await whyMissing(row, folder);
        cells.push(...(why === undefined
            ? await rowCells(table, row, folder, pages)
            : skipped(row.system, row.cells, why)));
        onRow();
    }
    return cells;
}
async function pinCells({ pins }, folder) {
    const { entries, chunks, sha256 } = await trafilaturaPins(folder);
    const ours = {
        entries: String(entries),
        'must-appear segments': String(chunks.with),
        'must-not-appear segments': String(chunks.without),
        sha256,
    };
    return Object.entries(pins).map(([row, published]) => {
        const found = ours[row] ?? '';
        return { row, column: '', published, ours: found, status: found === published ? 'same' : 'off' };
    });
}
async function whyMissing({ output, from, missing }, folder) {
    if (output === undefined)
        return missing ?? 'its outputs are not known';
    if (await pathExists(join(folder, output)))
        return undefined;
    return `there is no ${output}${from === undefined ? '' : `; take it from the history: ${from}`}`;
}
async function rowCells(table, row, folder, pages) {
    const columns = Object.entries(table.columns);
    const names = [...new Set(columns.map(([, { metric }]) => metric))];
    const metrics = names.map((name) => metricNamed(name));
    const scored = await scoreRecorded(join(folder, row.output), pages, metrics);
    return columns.flatMap(([column, { metric: name, figure }]) => {
        const metric = metrics.find((each) => each.name === name);
        const scores = scored.flatMap((page) => page[name] ?? []);
        return figureCells({ row: row.system, column, published: row.cells[column] }, scores, metric, figure, table);
    });
}
async function scoreRecorded(path, pages, metrics) {
    const session = await (await loadRecordedExtractor(path)).open(SESSION);
    const scored = [];
    for (const { page, gold } of pages) {
        const outcome = await session.extract(page);
        const extraction = outcome.status === 'extracted' ? outcome.extraction : undefined;
        scored.push(scoreMetrics(gold, extraction, POLICIES.article, metrics));
    }
    await session.close();
    return scored;
}
/** A figure, and its spread where one was published. */
function figureCells({ row, column, published }, scores, metric, figure, { within = '0', source }) {
    const printed = readPrinted(published);
    const figureOf = (of) => {
        const aggregate = metric.aggregate(of)[figure];
        return aggregate !== undefined && 'value' in aggregate ? aggregate.value : undefined;
    };
    const value = figureOf(scores) ?? Number.NaN;
    const cells = [toCell(row, column, printed.value, value, Number(within))];
    if (printed.spread !== undefined) {
        const spread = bootstrapSpread(scores, figureOf, new Random(`${source} ${row} ${column}`));
        cells.push(toCell(row, `${column} ±`, printed.spread, spread, SPREAD_WITHIN));
    }
    return cells;
}
function toCell(row, column, published, ours, within) {
    const status = isWithin(ours, published, within) ? 'same' : 'off';
    return { row, column, published, ours: printLike(ours, published), status };
}
function allSkipped(table, why) {
    if ('pins' in table)
        return Object.entries(table.pins).map(([row, published]) => ({
            row,
            column: '',
            published,
            status: 'skipped',
            why,
        }));
    return table.rows.flatMap(({ system, cells }) => skipped(system, cells, why));
}
function skipped(row, cells, why) {
    return Object.entries(cells).flatMap(([column, text]) => {
        const { value, spread } = readPrinted(text);
        const cell = { row, column, published: value, status: 'skipped', why };
        return spread === undefined
            ? [cell]
            : [cell, { row, column: `${column} ±`, published: spread, status: 'skipped', why }];
    });
}
function notesOf(table) {
    if ('pins' in table)
        return [];
    const { within, because, rows } = table;
    const hasSpread = rows.some(({ cells }) => Object.values(cells).some((text) => text.includes('±')));
    return [
        ...(within === undefined
            ? []
            : [`compared within ${within}, because ${because ?? 'the source says no more'}`]),
        ...(hasSpread
            ? [
                `the published ± came from a bootstrap without a seed; ours, seeded, is compared within ${SPREAD_WITHIN}`,
            ]
            : []),
    ];
}
