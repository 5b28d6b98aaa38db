/**
 * What every token of the page is: one piece for almost all, more where labels meet inside a word.
 *
 * @param tokens the tokens of `labels.page.blocks`
 */
export function labelTokens({ spans }, tokens) {
    const pieces = [];
    let first = 0;
    for (let token = 0; token < tokens.length; token++) {
        const [block, start, end] = [tokens.block[token], tokens.start[token], tokens.end[token]];
        while (first < spans.length && isBefore(spans[first], block, start))
            first++;
        pieces.push(piecesOf(spans, first, block, start, end));
    }
    return pieces;
}
function isBefore(span, block, offset) {
    return span.block < block || (span.block === block && span.end <= offset);
}
function piecesOf(spans, first, block, start, end) {
    const pieces = [];
    let at = start;
    for (let next = first; spans[next]?.block === block && spans[next].start < end; next++) {
        const span = spans[next];
        if (span.start > at)
            pieces.push({ start: at, end: span.start });
        const from = Math.max(at, span.start);
        at = Math.min(end, span.end);
        pieces.push({ start: from, end: at, label: span.label });
    }
    if (at < end)
        pieces.push({ start: at, end });
    return pieces;
}
