/**
 * A document as gold: its leaf blocks, gathered into the lists, definition lists and tables that they stand in, none
 * of them optional. `goldToDocument` of the result gives leaves of the same text and kind in the same order. What
 * gold cannot say is given up:
 *
 * - a quotation around blocks: its paragraphs are `quote` blocks, the lists and headings in it stand by themselves;
 * - which cells of a table are header cells;
 * - items without text: the others are numbered anew; and gaps in a table of more than 100 cells or rows, so that
 *   a cell that spans thousands of columns stays small;
 * - terms of a definition list that are no plain text, or have nothing behind them: the whole list becomes a `ul`
 *   with one item for each term and its texts. Terms that share their texts are one entry: the first is its term;
 * - the text of a list or table too deep to be read as one: it becomes a list or table of its own;
 * - where cells do not follow one another in reading order (a caption between two rows), the table is cut in two.
 *
 * An empty document gives no blocks. The result of doing it twice is that of doing it once.
 */
export function documentToGold(document) {
    return gather(document.blocks.map(toLeaf), 0, undefined);
}
function toLeaf({ kind, text, within }) {
    return { kind, text, within: within.filter((container) => container.kind !== 'quote') };
}
const BASE = { type: 'block', optional: false };
/**
 * The blocks of leaves that stand together in the first `depth` containers.
 *
 * @param holder the kind of the innermost of these
 */
function gather(leaves, depth, holder) {
    const runs = runsOf(leaves, (before, next) => isSameContainer(before.within[depth], next.within[depth]));
    return runs.map((run) => {
        const [first] = run;
        return first.within.length > depth ? toContainer(run, depth) : toBlock(first, holder);
    });
}
function isSameContainer(before, next) {
    if (before === undefined || next === undefined || before.id !== next.id)
        return false;
    if (before.kind !== 'table' || next.kind !== 'table')
        return true;
    return next.row > before.row || (next.row === before.row && next.column >= before.column);
}
/** A leaf that stands in no further list or table; the plain text of an item or cell is a paragraph. */
function toBlock({ kind, text }, holder) {
    if (kind === holder)
        return { ...BASE, kind: 'p', text };
    if (kind === 'ul' || kind === 'ol')
        return { ...BASE, kind, items: [text] };
    if (kind === 'dl')
        return { ...BASE, kind: 'ul', items: [text] };
    if (kind === 'table')
        return { ...BASE, kind, rows: [[text]] };
    return { ...BASE, kind, text };
}
function toContainer(run, depth) {
    const { kind } = run[0].within[depth];
    const parts = runsOf(run, (before, next) => isSamePart(before.within[depth], next.within[depth]));
    if (kind === 'table')
        return toTable(parts, depth);
    const definitions = kind === 'dl' ? toDefinitions(parts, depth) : undefined;
    if (definitions !== undefined)
        return definitions;
    return { ...BASE, kind: kind === 'ol' ? 'ol' : 'ul', items: parts.map((part) => toCell(part, depth)) };
}
/** Whether two places in one list or table are the same item or cell. */
function isSamePart(before, next) {
    if (before.kind !== 'table')
        return next.kind !== 'table' && before.item === next.item;
    return next.kind === 'table' && before.row === next.row && before.column === next.column;
}
/** The content of an item or cell: its text where that is all, else its blocks. */
function toCell(part, depth) {
    const blocks = gather(part, depth + 1, part[0].within[depth].kind);
    const [first, ...others] = blocks;
    return others.length === 0 && first?.kind === 'p' ? first.text : blocks;
}
/** A definition list, if each of its entries is a plain term with something behind it. */
function toDefinitions(items, depth) {
    const entries = [];
    let terms = [];
    for (const item of items) {
        const [first] = item;
        if (!isPlain(first, depth))
            return undefined;
        terms.push(first);
        if (item.length === 1)
            continue;
        const [term = first, ...others] = terms;
        entries.push({ term: term.text, texts: toTexts([...others, ...item.slice(1)], depth) });
        terms = [];
    }
    return terms.length === 0 ? { ...BASE, kind: 'dl', entries } : undefined;
}
/** Each plain text by itself, all blocks between two of them together. */
function toTexts(leaves, depth) {
    const runs = runsOf(leaves, (before, next) => !isPlain(before, depth) && !isPlain(next, depth));
    return runs.map((run) => toCell(run, depth));
}
function isPlain({ kind, within }, depth) {
    return kind === 'dl' && within.length === depth + 1;
}
/** No real table has more empty cells or rows side by side. */
const LARGEST_GAP = 100;
function toTable(cells, depth) {
    const rows = [];
    let [row, column] = [-1, -1];
    for (const cell of cells) {
        const place = cell[0].within[depth];
        if (place.kind !== 'table')
            continue;
        if (place.row !== row) {
            rows.push(...gap(row, place.row, ['']), []);
            [row, column] = [place.row, -1];
        }
        rows.at(-1).push(...gap(column, place.column, ''), toCell(cell, depth));
        column = place.column;
    }
    return { ...BASE, kind: 'table', rows };
}
/** What fills the places between two. */
function gap(before, next, filling) {
    return Array.from({ length: Math.min(next - before - 1, LARGEST_GAP) }, () => filling);
}
/** Cuts leaves into runs wherever one does not belong to the one before it. */
function runsOf(leaves, belongs) {
    const runs = [];
    for (const leaf of leaves) {
        const run = runs.at(-1);
        if (run !== undefined && belongs(run.at(-1), leaf))
            run.push(leaf);
        else
            runs.push([leaf]);
    }
    return runs;
}
