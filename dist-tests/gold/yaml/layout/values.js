import { hasKey } from "../outline.js";
import { isBlockHeader, mendBlockScalar } from "./block-scalar.js";
import { mismatched, missingColon, unclosed, wrongIndent } from "./findings.js";
import { holdingOf } from "./levels.js";
import { indentOf } from "./line-shape.js";
import { faultOfContinuation, faultOfPlain, textBehind } from "./plain-value.js";
import { endOfFlow, endOfQuoted } from "./value-end.js";
/** Whether the line at hand goes on with unquoted text above it, or with a value that has been given up. */
export function goesOnWithText(state) {
    const { tail, line } = state;
    if (tail.kind !== 'text' && tail.kind !== 'lost')
        return false;
    return indentOf(line) > tail.parentIndent && !state.opensSomething(line);
}
/** Passes such a line. A fault in it costs the whole text; a comment ends the text. */
export function goOnWithText(state) {
    const { tail, line, at, draft } = state;
    if (tail.kind !== 'text') {
        draft.blank(at);
        state.at++;
        return;
    }
    const fault = faultOfContinuation(line, indentOf(line));
    if (fault) {
        state.report(at, fault.column, fault);
        state.lose(tail.line, tail.column, tail.parentIndent, at + 1);
        return;
    }
    if (/[ \t]#/u.test(line))
        state.tail = { kind: 'lost', parentIndent: tail.parentIndent };
    state.at++;
    state.extendValue(at);
}
/** Reads what stands on the line behind its indent: dashes, a key, and the value with the lines it takes. */
export function readLine(state) {
    const { dashes, key, value } = state.shape;
    for (const [index, column] of dashes.entries()) {
        if (index === 0)
            continue;
        const holds = holdingOf(state.line, index);
        state.levels.push({ kind: 'list', indent: column, line: state.at, keys: new Set(), holds });
    }
    if (key && dashes.length > 0)
        openEntry(state, key.column);
    const parentIndent = key?.column ?? dashes.at(-1) ?? state.tail.parentIndent;
    if (value === undefined)
        open(state, parentIndent, key?.word);
    else if (dashes.length > 0 && !key)
        readItem(state, value, parentIndent);
    else
        readValue(state, value, parentIndent);
}
function openEntry(state, column) {
    const keys = new Set([...state.outline.entry, ...state.outline.attribute]);
    state.levels.push({ kind: 'map', indent: column, line: state.at, keys });
}
function open(state, parentIndent, key) {
    state.tail = { kind: 'open', parentIndent, ...(key !== undefined && { key }) };
    state.at++;
}
/** `- ul` with entries below it lacks a colon; anything else behind a dash is a value. */
function readItem(state, column, parentIndent) {
    const word = state.line.slice(column).trim();
    const below = state.draft.line(state.nextLine);
    if (!hasKey(state.outline.entry, word) || indentOf(below) <= column || !state.opensSomething(below)) {
        readValue(state, column, parentIndent);
        return;
    }
    state.report(state.at, column, missingColon(word));
    state.draft.insert(state.at, column + word.length, ':');
    openEntry(state, column);
    open(state, column, word);
}
function readValue(state, from, parentIndent) {
    const properties = /^(?:(?:&[^\s,[\]{}]+|!\S*)(?:[ \t]+|$))*/u.exec(state.line.slice(from))?.[0] ?? '';
    const column = from + properties.length;
    const text = state.line.slice(column);
    state.values.push({ line: state.at, column, lastLine: state.at });
    if (text === '')
        open(state, parentIndent, undefined);
    else if (/^["']/u.test(text))
        readClosed(state, column, parentIndent, endOfQuoted);
    else if (/^[[{]/u.test(text))
        readClosed(state, column, parentIndent, endOfFlow);
    else if (isBlockHeader(text))
        readBlockScalar(state, column, parentIndent);
    else
        readPlain(state, column, parentIndent);
}
function readPlain(state, column, parentIndent) {
    const { line, at } = state;
    const fault = faultOfPlain(line, column);
    if (fault) {
        state.report(at, fault.column, fault);
        state.lose(at, column, parentIndent, at + 1);
        return;
    }
    const isCut = /[ \t]#/u.test(line.slice(column)) || line.slice(column) === state.draft.hole;
    state.tail = isCut ? { kind: 'lost', parentIndent } : { kind: 'text', parentIndent, line: at, column };
    state.at++;
}
function readClosed(state, column, parentIndent, endOf) {
    const { draft, at } = state;
    const end = endOf(draft, { line: at, column, parentIndent, opensSomething: state.opensSomething });
    if (end.status !== 'closed') {
        reportUnclosed(state, column, end);
        state.lose(at, column, parentIndent, end.status === 'unclosed' ? end.line : end.line + 1);
        return;
    }
    const rest = draft.line(end.line).slice(end.column);
    if (!/^[ \t]*$|^[ \t]+#/u.test(rest)) {
        const behind = end.column + rest.length - rest.trimStart().length;
        state.report(end.line, behind, textBehind(draft.line(end.line).charAt(end.column - 1), rest, behind));
        state.lose(at, column, parentIndent, end.line + 1);
        return;
    }
    mendShallow(state, end.shallow, parentIndent + 2);
    state.at = end.line + 1;
    state.extendValue(end.line);
    state.tail = { kind: 'complete', parentIndent };
}
function reportUnclosed(state, column, end) {
    if (end.status === 'unclosed')
        state.report(state.at, column, unclosed(state.line.charAt(column)));
    else
        state.report(end.line, end.column, mismatched(state.draft.line(end.line).charAt(end.column)));
}
/** Lines of a quoted text or bracket that are not far enough in: one slip, reported at the first. */
function mendShallow(state, lines, indent) {
    for (const [index, line] of lines.entries()) {
        const found = indentOf(state.draft.line(line));
        if (index === 0)
            state.report(line, found, wrongIndent(found, indent, ', further than its key'));
        state.draft.reindent(line, indent);
    }
}
function readBlockScalar(state, column, parentIndent) {
    const { draft, at } = state;
    const scalar = mendBlockScalar(draft, { line: at, column, parentIndent, opensSomething: state.isKeyLine });
    if (scalar.misplaced) {
        const { line, found, indent } = scalar.misplaced;
        state.report(line, found, wrongIndent(found, indent, ', like the other lines of the text'));
    }
    state.at = scalar.end;
    state.extendValue(scalar.end - 1);
    state.tail = { kind: 'literal', parentIndent, indent: scalar.indent };
}
/** Passes a line that has been moved into the text below `|`, with the lines of that text behind it. */
export function takeBlockScalar(state, parentIndent, indent) {
    const { draft } = state;
    do
        state.at++;
    while (state.at < draft.lineCount && (state.line.trim() === '' || indentOf(state.line) > parentIndent));
    state.extendValue(state.at - 1);
    state.tail = { kind: 'literal', parentIndent, indent };
}
