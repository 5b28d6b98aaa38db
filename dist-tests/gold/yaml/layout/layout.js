import { explicitKey, secondDocument } from "./findings.js";
import { isBlankOrComment } from "./line-shape.js";
import { settleLine } from "./settle-line.js";
import { LayoutState } from "./state.js";
import { mendTab } from "./tabs.js";
import { goesOnWithText, goOnWithText, readLine } from "./values.js";
/**
 * Finds the faults that would make YAML misread everything behind them (indentation, quotes and brackets
 * that do not close, colons and signs inside unquoted text) and mends the draft, so that each is reported
 * once and the rest of the file can still be read and checked. Meant for files that YAML refuses: what
 * it understands is not judged here.
 */
export function mendLayout(draft, outline) {
    const state = new LayoutState(draft, outline);
    while (state.at < draft.lineCount)
        step(state);
    return { faults: state.faults, values: state.values };
}
function step(state) {
    if (isBlankOrComment(state.line))
        return skipSilent(state);
    if (skipMarker(state) || skipExplicitKey(state))
        return undefined;
    const tabbed = mendTab(state);
    if (goesOnWithText(state))
        goOnWithText(state);
    else if (settleLine(state, tabbed))
        readLine(state);
    return undefined;
}
function skipSilent(state) {
    // A comment on a line of its own ends a text: lines behind it do not go on with the text any more.
    const { tail } = state;
    if (state.line.trim() !== '' && tail.kind === 'text') {
        state.tail = { kind: 'complete', parentIndent: tail.parentIndent };
    }
    state.at++;
}
/** `%YAML` and a first `---` are YAML's own affair; one further down would hide the rest of the file. */
function skipMarker(state) {
    const marker = /^(?:---|\.\.\.)(?=\s|$)/u.exec(state.line)?.[0];
    const atStart = state.levels.length === 0;
    if (marker === undefined && !(atStart && state.line.startsWith('%')))
        return false;
    if (marker !== undefined && !atStart && !(marker === '...' && isLast(state))) {
        state.report(state.at, 0, secondDocument(marker));
        state.draft.blank(state.at);
    }
    state.at++;
    return true;
}
function isLast({ draft, at }) {
    for (let line = at + 1; line < draft.lineCount; line++) {
        if (!isBlankOrComment(draft.line(line)))
            return false;
    }
    return true;
}
function skipExplicitKey(state) {
    const { indent } = state.shape;
    if (goesOnWithText(state) ||
        state.tail.kind === 'literal' ||
        !/^\?(?:\s|$)/u.test(state.line.slice(indent)))
        return false;
    state.report(state.at, indent, explicitKey());
    state.draft.blank(state.at);
    // Its value stands on a line of its own, as far in as the key.
    state.tail = { kind: 'lost', parentIndent: indent - 1 };
    state.at++;
    return true;
}
