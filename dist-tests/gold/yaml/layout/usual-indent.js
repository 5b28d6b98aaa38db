import { holdingOf, levelKindOf } from "./levels.js";
import { isBlankOrComment, shapeOf } from "./line-shape.js";
/** How far, in columns, a line can have slipped and still be counted to its level. */
const REACH = 3;
/**
 * The indent of a map or list that begins on this line: that of most of its first-level lines, so that one
 * line that has slipped is found even if it is the first. On a tie the customary indent wins.
 *
 * @param least the smallest indent that lines of this level may have: one further out ends it
 * @param customary the indent that most people would write
 */
export function usualIndent(draft, line, least, customary) {
    const first = shapeOf(draft.line(line));
    const votes = new Map([[first.indent, 1]]);
    const holding = holdingOf(draft.line(line));
    let nest = nestOf(first);
    for (let below = line + 1; below < draft.lineCount; below++) {
        const text = draft.line(below);
        const shape = shapeOf(text);
        if (isBlankOrComment(text) || levelKindOf(shape) === undefined)
            continue;
        if (ends(shape, first, least))
            break;
        if (nest && shape.indent >= (nest.childIndent ?? nest.indent + 2)) {
            nest.childIndent ??= shape.indent;
            continue;
        }
        const isSibling = levelKindOf(shape) === levelKindOf(first) && holdingOf(text) === holding;
        if (isSibling && Math.abs(shape.indent - first.indent) <= REACH) {
            votes.set(shape.indent, (votes.get(shape.indent) ?? 0) + 1);
        }
        nest = nestOf(shape);
    }
    return mostVoted(votes, customary);
}
function nestOf({ indent, dashes, value }) {
    if (dashes[1] !== undefined)
        return { indent, childIndent: dashes[1] };
    return value === undefined ? { indent } : undefined;
}
/** A line further out ends the level; so does a key right below the key of a list. */
function ends(shape, first, least) {
    const isKeyOfParent = first.dashes.length > 0 && shape.dashes.length === 0;
    return shape.indent < least || (isKeyOfParent && shape.indent <= least);
}
function mostVoted(votes, customary) {
    const most = Math.max(...votes.values());
    const winners = [...votes].filter(([, count]) => count === most).map(([indent]) => indent);
    return winners.find((indent) => indent === customary) ?? winners[0] ?? customary;
}
