/** Kinds that markup can say; the edges of an article (byline, standfirst …) have none of their own. */
const MARKED = new Set([
    'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'dl', 'quote', 'code', 'table', 'math',
]); // prettier-ignore
/** What is looked at on pairs, by name of the figure. */
export const BLOCK_TRAITS = { kind, level, items, cells, lines };
/** Pairs of the same kind; headings of any level are one kind. */
function kind(pairs) {
    const marked = pairs.filter(({ gold }) => MARKED.has(gold.kind));
    return count(marked, ({ gold, extracted }) => kindClass(gold.kind) === kindClass(extracted.kind));
}
function kindClass(of) {
    return isHeading(of) ? 'heading' : of;
}
function isHeading(of) {
    return /^h[1-6]$/.test(of);
}
/** Pairs of headings of the same level. */
function level(pairs) {
    const headings = pairs.filter(({ gold, extracted }) => isHeading(gold.kind) && isHeading(extracted.kind));
    return count(headings, ({ gold, extracted }) => gold.kind === extracted.kind);
}
/** Neighbours in a list of gold that are as far from each other in one list of the extraction. */
function items(pairs) {
    return count(neighbours(pairs, 'list'), ([first, second]) => areAsFarApart(first, second));
}
/** Neighbouring cells of a table of gold that are as far from each other in one table of the extraction. */
function cells(pairs) {
    return count(neighbours(pairs, 'table'), ([first, second]) => areAsFarApart(first, second));
}
/** Blocks of code, and blocks with line breaks, that have the same lines; in code leading white space counts. */
function lines(pairs) {
    const broken = pairs.filter(({ gold }) => gold.kind === 'code' || gold.text.includes('\n'));
    return count(broken, ({ gold, extracted }) => {
        const isCode = gold.kind === 'code';
        return linesOf(gold.text, isCode) === linesOf(extracted.text, isCode);
    });
}
function linesOf(text, isCode) {
    const all = text.split('\n').map((line) => (isCode ? line.trimEnd() : line.replace(/\s+/gu, ' ').trim()));
    return all.join('\n').replace(/^\n+|\n+$/g, '');
}
/** Pairs that follow each other in gold in one list, or table. */
function neighbours(pairs, place) {
    return pairs.slice(1).flatMap((pair, before) => {
        const last = pairs[before];
        const [a, b] = [innermost(last.gold), innermost(pair.gold)];
        const isNext = pair.index === last.index + 1 && a !== undefined && b !== undefined && a.id === b.id;
        return isNext && placeOf(a) === place && placeOf(b) === place ? [[last, pair]] : [];
    });
}
function innermost({ within }) {
    return within.at(-1);
}
function placeOf({ kind: of }) {
    return of === 'table' || of === 'quote' ? of : 'list';
}
function areAsFarApart(first, second) {
    const apart = distance(innermost(first.extracted), innermost(second.extracted));
    return apart !== undefined && apart === distance(innermost(first.gold), innermost(second.gold));
}
/** Items, or rows and columns, between two places of one list or table; nothing where they are in no one place. */
function distance(first, second) {
    if (first === undefined || second === undefined || first.id !== second.id)
        return undefined;
    if (first.kind === 'quote' || second.kind === 'quote')
        return undefined;
    if (first.kind === 'table' && second.kind === 'table') {
        return `${second.row - first.row} rows, ${second.column - first.column} columns`;
    }
    if (first.kind === 'table' || second.kind === 'table')
        return undefined;
    return `${second.item - first.item} items`;
}
function count(all, isRight) {
    return { right: all.filter(isRight).length, all: all.length };
}
