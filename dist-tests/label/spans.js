/** Claims as spans of the page's blocks, in page order. A claim that goes over several blocks is a span in each. */
export function toSpans({ block, start, end }, claims, labels) {
    const spans = [];
    let from = 0;
    const close = (to) => {
        const claim = claims.claimAt(from);
        if (claim === undefined || to === from)
            return;
        spans.push({ block: block[from], start: start[from], end: end[to - 1], label: labels[claim] });
    };
    for (let at = 1; at <= block.length; at++) {
        const goesOn = at < block.length && block[at] === block[from] && claims.claimAt(at) === claims.claimAt(from);
        if (goesOn)
            continue;
        close(at);
        from = at;
    }
    return spans;
}
