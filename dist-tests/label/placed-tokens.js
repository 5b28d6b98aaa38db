/** Where the tokens of a page stand in its squeezed text. */
export function placeTokens(tokens, text) {
    const start = new Int32Array(tokens.length);
    const end = new Int32Array(tokens.length);
    let unit = 0;
    for (let token = 0; token < tokens.length; token++) {
        unit = unitFrom(text, unit, tokens.block[token], tokens.start[token]);
        start[token] = unit;
        unit = unitFrom(text, unit, tokens.block[token], tokens.end[token]);
        end[token] = unit;
    }
    return { ids: tokens.ids, start, end };
}
/** The first unit, from one on, that stands at or behind an offset of a block. */
function unitFrom({ block, start }, from, wanted, offset) {
    let unit = from;
    while (unit < block.length && (block[unit] < wanted || (block[unit] === wanted && start[unit] < offset)))
        unit++;
    return unit;
}
