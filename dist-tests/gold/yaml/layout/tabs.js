import { tabIndent } from "./findings.js";
import { goesOnWithText } from "./values.js";
/** How many spaces a tab stands for when the level of its line is guessed. */
const TAB_WIDTH = 2;
/**
 * Reports a tab before the text of the line and puts spaces in its place. Says whether the indent of the
 * line is a guess from now on, so that it is not reported once more.
 */
export function mendTab(state) {
    const lead = /^[ \t]*/u.exec(state.line)?.[0] ?? '';
    if (lead.includes('\t') && !goesOnWithText(state)) {
        state.report(state.at, lead.indexOf('\t'), tabIndent());
        state.draft.reindent(state.at, indentWithoutTabs(state, lead));
        return true;
    }
    mendTabsBehindDashes(state);
    return false;
}
function indentWithoutTabs(state, lead) {
    if (state.opensSomething(state.line.trimStart()))
        return lead.replaceAll('\t', ' '.repeat(TAB_WIDTH)).length;
    return state.tail.kind === 'literal' ? state.tail.indent : state.tail.parentIndent + 2;
}
function mendTabsBehindDashes(state) {
    const dashes = /^ *(?:-[ \t]+)+/u.exec(state.line)?.[0] ?? '';
    const tab = dashes.indexOf('\t');
    if (tab === -1)
        return;
    state.report(state.at, tab, tabIndent());
    for (let column = tab; column < dashes.length; column++) {
        if (dashes[column] === '\t')
            state.draft.overwrite(state.at, column, ' ');
    }
}
