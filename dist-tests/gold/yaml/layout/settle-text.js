import { hasKey } from "../outline.js";
import { gluedColon, missingColon, strayText, wrongIndent } from "./findings.js";
import { levelAt } from "./levels.js";
import { indentOf } from "./line-shape.js";
import { endOfFlow, endOfQuoted } from "./value-end.js";
import { takeBlockScalar } from "./values.js";
/**
 * Settles a line without key or dash: the value of the key above, a key with a slip, or text in the wrong
 * place. It is to be read as a value then, to be settled once more, or has been passed.
 */
export function settleText(state, silent) {
    const { tail, shape, levels } = state;
    const isOpen = tail.kind === 'open' && levels.length > 0 && !valueFollows(state);
    if ((isOpen && shape.indent > tail.parentIndent) || isFlowFile(state))
        return 'value';
    if (mendKey(state))
        return 'again';
    if (isOpen) {
        state.move(tail.parentIndent + 2, ', to be the value of the key above', silent);
        return 'value';
    }
    if (tail.kind === 'literal') {
        state.move(tail.indent, ', to go on with the text above', silent);
        takeBlockScalar(state, tail.parentIndent, tail.indent);
    }
    else
        passText(state, silent);
    return 'passed';
}
/** A file may be written in brackets from its first character on, as JSON is. */
function isFlowFile({ levels, line, tail }) {
    return levels.length === 0 && tail.kind === 'open' && line.startsWith('{');
}
function passText(state, silent) {
    const { tail, shape } = state;
    if (tail.kind === 'lost')
        return state.pass();
    if (tail.kind === 'open') {
        state.report(state.at, shape.indent, strayText(state.line));
        return state.pass();
    }
    const goesOn = wrongIndent(shape.indent, tail.parentIndent + 2, ', if it goes on with the text above');
    if (!silent)
        state.report(state.at, shape.indent, tail.kind === 'text' ? goesOn : strayText(state.line));
    // It is not joined to the text above: that is checked as it stands.
    return state.pass({ kind: 'lost', parentIndent: Math.min(shape.indent - 1, tail.parentIndent) });
}
/** Whether the key above has its value further down, so that the text between them is not it. */
function valueFollows(state) {
    if (goesOnBelow(state))
        return false;
    const next = state.draft.line(state.nextLine);
    return indentOf(next) > state.tail.parentIndent && state.opensSomething(next);
}
/** Whether the line opens a quotation or bracket that a line further down closes. */
function goesOnBelow({ draft, at, line, tail, shape, opensSomething }) {
    const endOf = { '"': endOfQuoted, "'": endOfQuoted, '[': endOfFlow, '{': endOfFlow }[line.charAt(shape.indent)];
    const start = { line: at, column: shape.indent, parentIndent: tail.parentIndent, opensSomething };
    const end = endOf?.(draft, start);
    return end?.status === 'closed' && end.line > at;
}
/** `title` or `title:text` where a key belongs; in the second case the value is given up. */
function mendKey(state) {
    const groups = /^ *(?<word>[\w-]+\??)(?:(?<colon>:)(?!\/\/)\S.*)?[ \t]*$/u.exec(state.line)?.groups;
    const word = groups?.['word'];
    const isGlued = groups?.['colon'] !== undefined;
    const level = state.levels[levelAt(state.levels, 'map', state.shape.indent)];
    const keys = level?.keys ?? (state.levels.length === 0 ? state.outline.top : undefined);
    if (word === undefined || !keys || !(isGlued || hasKey(keys, word)))
        return false;
    const end = state.shape.indent + word.length;
    state.report(state.at, isGlued ? end : state.shape.indent, isGlued ? gluedColon(word) : missingColon(word));
    if (isGlued)
        state.cutValue(state.at, end + 1, state.shape.indent);
    else
        state.draft.insert(state.at, end, ':');
    return true;
}
