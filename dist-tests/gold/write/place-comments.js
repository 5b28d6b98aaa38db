import { columnOf } from "./elements.js";
/**
 * Finds what each comment belongs to: the element on whose line it stands, or the one below it; where it is
 * indented further than that, the list or map that it ends. The order of the comments between two elements
 * stays.
 *
 * @param elements of the text, in its order
 */
export function placeComments(comments, elements, text) {
    const head = [];
    const before = new Map();
    const after = new Map();
    let gap;
    let open = [];
    for (const comment of comments) {
        const next = elements.findIndex(({ start }) => start > comment.offset);
        const [previous, following] = neighbours(elements, next);
        if (next !== gap)
            open = previous?.holders ?? [];
        gap = next;
        const ended = comment.isBehind ? undefined : endedBy(comment, open, following, text);
        if (previous === undefined)
            head.push(comment.text);
        else if (comment.isBehind)
            add(before, previous.node, comment);
        else if (ended)
            add(after, ended, comment);
        else
            add(before, following?.node, comment);
        // What comes behind it cannot end anything that this one is outside of.
        open = ended ? open.slice(0, open.indexOf(ended) + 1) : comment.isBehind ? open : [];
    }
    return { head, before, after };
}
function neighbours(elements, next) {
    return next < 0 ? [elements.at(-1), undefined] : [elements[next - 1], elements[next]];
}
/** The collection below whose last element a comment stands, if it is not the one above the next element. */
function endedBy(comment, open, following, text) {
    const ended = open.filter((holder) => following?.holders.includes(holder) !== true);
    const brackets = ended.find((holder) => holder.flow === true && comment.offset < holder.range[1]);
    if (brackets)
        return brackets;
    if (open.some((holder) => holder.flow === true && comment.offset < holder.range[1]))
        return undefined;
    if (following && comment.column <= following.column)
        return undefined;
    const deepest = ended.findLast((holder) => holder.flow !== true && columnOf(text, holder.range[0]) <= comment.column);
    return deepest ?? (following ? undefined : ended[0]);
}
function add(places, node, { text }) {
    places.set(node, [...(places.get(node) ?? []), text]);
}
