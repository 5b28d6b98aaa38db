import { indentOf, isBlankOrComment } from "./line-shape.js";
/** Finds the end of a text in single or double quotes. */
export function endOfQuoted(draft, start) {
    const quote = draft.line(start.line).charAt(start.column);
    const shallow = [];
    let from = start.column + 1;
    for (let line = start.line; line < draft.lineCount; line++, from = 0) {
        const text = draft.line(line);
        if (line > start.line && text.trim() !== '' && indentOf(text) <= start.parentIndent) {
            if (start.opensSomething(text))
                return { status: 'unclosed', line };
            shallow.push(line);
        }
        const column = closingQuote(text, from, quote);
        if (column !== undefined)
            return { status: 'closed', line, column: column + 1, shallow };
    }
    return { status: 'unclosed', line: draft.lineCount };
}
function closingQuote(text, from, quote) {
    for (let column = from; column < text.length; column++) {
        const character = text[column];
        if (quote === '"' && character === '\\')
            column++;
        else if (character === quote) {
            if (quote === '"' || text[column + 1] !== quote)
                return column;
            column++;
        }
    }
    return undefined;
}
const CLOSING = { '[': ']', '{': '}' };
// What counts inside brackets: a quote that opens a text, a comment, a bracket.
const MARK = /(?<=^|[\s[{,:])["']|(?<=^|\s)#|[[\]{}]/gu;
/** Finds the end of a list or map in brackets, past the brackets and quoted texts inside it. */
export function endOfFlow(draft, start) {
    const open = [];
    const shallow = [];
    let { line, column } = start;
    while (line < draft.lineCount) {
        MARK.lastIndex = column;
        const mark = MARK.exec(draft.line(line));
        if (!mark || mark[0] === '#') {
            line++;
            column = 0;
            const margin = atMargin(draft.line(line), start);
            if (margin === 'ends')
                return { status: 'unclosed', line };
            if (margin === 'shallow')
                shallow.push(line);
            continue;
        }
        column = mark.index + 1;
        const closing = CLOSING[mark[0]];
        if (closing !== undefined)
            open.push(closing);
        else if (mark[0] === '"' || mark[0] === "'") {
            const end = endOfQuoted(draft, { ...start, line, column: mark.index });
            if (end.status !== 'closed')
                return end;
            ({ line, column } = end);
            shallow.push(...end.shallow);
        }
        else if (open.pop() !== mark[0])
            return { status: 'mismatched', line, column: mark.index };
        else if (open.length === 0)
            return { status: 'closed', line, column, shallow };
    }
    return { status: 'unclosed', line };
}
/** What a line inside brackets is: far enough in, too far out, or the beginning of something else. */
function atMargin(text, start) {
    if (isBlankOrComment(text) || indentOf(text) > start.parentIndent)
        return 'inside';
    if (start.opensSomething(text))
        return 'ends';
    const closes = /^ *[\]}]/u.test(text) && indentOf(text) === start.parentIndent;
    return closes ? 'inside' : 'shallow';
}
