import { shapeOf } from "./line-shape.js";
import { hasKey } from "../outline.js";
/** The kind of level that a line goes on with; nothing for running text. */
export function levelKindOf(shape) {
    if (shape.dashes.length > 0)
        return 'list';
    return shape.key && 'map';
}
/** What the list of a line `- …` holds; of several lists `- - …`, the one of this dash. */
export function holdingOf(line, dash = 0) {
    const { dashes, key, value } = shapeOf(line);
    const isFlow = value !== undefined && line[value] === '[';
    if (dashes.length > dash + 1 || (isFlow && !key))
        return 'lists';
    return key ? 'entries' : 'texts';
}
/** Whether the line is `- key: …`. */
export function opensEntry(line) {
    return shapeOf(line).dashes.length > 0 && holdingOf(line) === 'entries';
}
/** The innermost open level of this kind at exactly this indent, as an index; -1 when there is none. */
export function levelAt(levels, kind, indent) {
    return levels.findLastIndex((level) => level.kind === kind && level.indent === indent);
}
/**
 * Whether a line can belong to an open level, going by its key or by what it holds: entries with keys never
 * stand among items, nor items among entries.
 */
export function fits(level, line) {
    const { dashes, key } = shapeOf(line);
    if (level.kind === 'map')
        return dashes.length === 0 && key !== undefined && hasKey(level.keys, key.word);
    return dashes.length > 0 && (level.holds === 'entries') === (holdingOf(line) === 'entries');
}
/**
 * The open level that a wrongly indented line was most probably meant for, as an index: one that it fits,
 * and of those the nearest. -1 when no level of its kind is open. Of two equally near ones it is that below
 * which the next line goes on with what this line opens.
 */
export function likeliestLevel(levels, line, nextLine) {
    const shape = shapeOf(line);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, level] of levels.entries()) {
        if (level.kind !== levelKindOf(shape))
            continue;
        const distance = Math.abs(level.indent - shape.indent);
        const holdsAlike = level.kind === 'map' || level.holds === holdingOf(line);
        const leadsOn = opensLevelOf(nextLine, shape, level.indent - shape.indent);
        const cost = distance + (fits(level, line) ? 0 : MISFIT) + (holdsAlike ? 0 : SLIGHT) - (leadsOn ? CLEAR : 0);
        if (cost > least)
            continue;
        best = index;
        least = cost;
    }
    return best;
}
/** Whether the next line goes on with a level that this line opens when it is moved to the right by so much. */
function opensLevelOf(nextLine, shape, by) {
    const next = shapeOf(nextLine);
    if (levelKindOf(next) === 'map')
        return shape.key !== undefined && shape.key.column + by === next.indent;
    return shape.dashes.slice(1).some((column) => column + by === next.indent);
}
// More than any indent: a level that fits is preferred to a nearer one that does not.
const MISFIT = 1_000_000;
// These two decide between levels that are equally far away, and the second decides over the first.
const SLIGHT = 0.2;
const CLEAR = 0.5;
