const DASH = /-[ \t]+|-$/y;
// A key of several words can only be told from running text by where it stands, which the caller knows.
const KEY = /(?:"(?<double>[^"\\]*)"|'(?<single>[^']*)'|(?<plain>(?:[^\s"'#[\]{},&*!|>%@`?:-]|[-?](?=[^\s:]))(?:[^\s:]|:(?=\S)|[ \t]+(?![\s#:]))*))[ \t]*:(?:[ \t]+|$)/uy;
export function shapeOf(line) {
    const indent = indentOf(line);
    const dashes = [];
    let column = indent;
    for (let dash = matchAt(DASH, line, column); dash; dash = matchAt(DASH, line, column)) {
        dashes.push(column);
        column += dash[0].length;
    }
    const match = matchAt(KEY, line, column);
    const groups = match?.groups;
    const word = groups?.['double'] ?? groups?.['single'] ?? groups?.['plain'];
    const value = column + (match?.[0].length ?? 0);
    return {
        indent,
        dashes,
        ...(word !== undefined && { key: { word, column } }),
        ...(holdsValue(line, value) && { value }),
    };
}
/** The number of spaces before the first other character; tabs do not count. */
export function indentOf(line) {
    return /^ */u.exec(line)?.[0].length ?? 0;
}
export function isBlankOrComment(line) {
    return /^[ \t]*(?:#|$)/u.test(line);
}
function holdsValue(line, column) {
    const rest = line.slice(column).trim();
    return rest !== '' && !(rest.startsWith('#') && /\s/u.test(line.charAt(column - 1)));
}
function matchAt(pattern, line, column) {
    pattern.lastIndex = column;
    return pattern.exec(line);
}
