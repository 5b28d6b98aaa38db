import { indentOf } from "./line-shape.js";
/** Whether this is all that may stand behind a key whose text follows below. */
export function isBlockHeader(value) {
    return /^[|>](?:[1-9][-+]?|[-+][1-9]?)?[ \t]*(?:[ \t]#.*)?$/u.test(value);
}
/**
 * Reads the extent of the text below a header `|` or `>`. YAML takes the first line as the measure; where a
 * later line begins further out, the one off the customary two columns is to blame, and all are moved in the
 * draft to where they belong. A line that is a key or entry, and further out than the text, ends it.
 */
export function mendBlockScalar(draft, { line: headerLine, column, parentIndent, opensSomething }) {
    const header = draft.line(headerLine).slice(column).split('#', 1)[0] ?? '';
    let end = headerLine + 1;
    let within = parentIndent + 1;
    for (; end < draft.lineCount; end++) {
        const line = draft.line(end);
        if (isBlank(draft, end))
            continue;
        if (indentOf(line) <= parentIndent || (indentOf(line) < within && opensSomething(line)))
            break;
        if (within === parentIndent + 1)
            within = indentOf(line);
    }
    const lines = Array.from({ length: end - headerLine - 1 }, (_, index) => headerLine + 1 + index);
    const [first, ...rest] = lines.filter((line) => !isBlank(draft, line));
    if (first === undefined)
        return { end, indent: parentIndent + 2 };
    const given = /[1-9]/u.exec(header)?.[0];
    const indent = given === undefined ? indentOf(draft.line(first)) : parentIndent + Number(given);
    const short = [first, ...rest].filter((line) => indentOf(draft.line(line)) < indent);
    if (short[0] === undefined)
        return { end, indent };
    const leastOfRest = Math.min(...rest.map((line) => indentOf(draft.line(line))));
    const customary = parentIndent + 2;
    const firstIsOff = given === undefined &&
        indent !== customary &&
        (leastOfRest === customary || short.length === rest.length);
    const right = firstIsOff ? leastOfRest : indent;
    const blamed = firstIsOff ? first : short[0];
    const misplaced = { line: blamed, found: indentOf(draft.line(blamed)), indent: right };
    for (const line of firstIsOff ? [first] : short)
        draft.reindent(line, right);
    return { end, indent: right, misplaced };
}
function isBlank(draft, line) {
    return draft.line(line).trim() === '';
}
