import { isScalar, visit } from 'yaml';
import { findingOfComplaint } from "./complaint-finding.js";
import { composeYaml } from "./compose.js";
import { Draft } from "./draft.js";
import { forbiddenSyntax } from "./forbidden-syntax.js";
import { mendLayout } from "./layout/layout.js";
import { strayCharacters } from "./separators.js";
/**
 * Reads a YAML file and goes on behind every fault: what is wrong is reported and mended in a copy, which is
 * read again, so that one wrong line costs no other line its check. Every scalar is text.
 */
export function parseYaml(source, outline) {
    const draft = new Draft(source.replace(/^\uFEFF/u, ''));
    const text = draft.text();
    const composed = composeYaml(text);
    const stray = strayCharacters(text);
    const isSound = !swallowsEntries(composed.root, text) && !hasKeyAtMargin(text, outline);
    if (composed.complaints.length === 0 && isSound) {
        return finish(draft, composed, stray);
    }
    const { faults, values } = mendLayout(draft, outline);
    const rest = mendComplaints(draft, values);
    return finish(draft, rest.composed, [...stray, ...faults, ...rest.faults]);
}
function finish(draft, composed, found) {
    const place = (offset) => placeOf(draft, composed, offset);
    const forbidden = forbiddenSyntax(composed.tokens).map(({ offset, ...finding }) => faultAt(place(offset), finding));
    return {
        root: composed.root,
        text: draft.text(),
        faults: [...found, ...forbidden],
        place,
        hole: draft.hole,
    };
}
/** Far more than any file has needed; a file that needs more is not read any further. */
const MOST_ROUNDS = 100;
/** Takes out one value after the other until YAML has nothing more to say. */
function mendComplaints(draft, values) {
    const faults = [];
    let composed = composeYaml(draft.text());
    for (let round = 0; composed.complaints.length > 0; round++) {
        if (round === MOST_ROUNDS)
            return { composed: { ...composed, root: null }, faults };
        for (const { complaint, extent } of independentOf(draft, composed, values)) {
            faults.push(faultAt(placeOf(draft, composed, complaint.offset), findingOfComplaint(complaint)));
            takeOut(draft, extent);
        }
        composed = composeYaml(draft.text());
    }
    return { composed, faults };
}
/**
 * The first complaint, and the first of every other value that cannot have been misread because of it: quotes
 * and brackets close by now, so that what is wrong between them stays between them.
 */
function independentOf(draft, composed, values) {
    const found = new Map();
    for (const complaint of composed.complaints) {
        const line = lineOf(composed, complaint);
        const value = values.findLast((extent) => extent.line <= line && line <= extent.lastLine);
        const isClosed = value !== undefined && /^["'[{]/u.test(draft.line(value.line).slice(value.column));
        const extent = value ?? { line, column: 0, lastLine: line };
        if (found.size === 0 || (isClosed && !found.has(extent)))
            found.set(extent, { complaint, extent });
        if (!isClosed)
            break;
    }
    return [...found.values()];
}
function takeOut(draft, { line, column, lastLine }) {
    const isValue = column > 0 && draft.line(line).slice(column) !== draft.hole;
    if (isValue)
        draft.cut(line, column);
    else
        draft.blank(line);
    for (let below = line + 1; below <= lastLine; below++)
        draft.blank(below);
}
/**
 * Whether an unquoted text has an entry of a list for one of its lines. YAML folds it into the text without
 * a word; in our files it is an entry that has slipped to the right.
 */
function swallowsEntries(root, text) {
    let found = false;
    visit(root, {
        Scalar: (_, node) => {
            if (!isScalar(node) || node.type !== 'PLAIN' || !node.range)
                return undefined;
            found ||= /\n[ \t]*-[ \t]/u.test(text.slice(node.range[0], node.range[1]));
            return found ? visit.BREAK : undefined;
        },
    });
    return found;
}
/** Whether a key that belongs under another one stands at the margin right below it: YAML sees two keys there. */
function hasKeyAtMargin(text, outline) {
    return [...outline.under].some(([key, words]) => {
        return new RegExp(`^${key}:[ \\t]*\\n(?:${[...words].join('|')}):`, 'mu').test(text);
    });
}
function lineOf({ lines }, { offset }) {
    return Math.max(0, lines.linePos(offset).line - 1);
}
function placeOf(draft, { lines }, offset) {
    const { line, col } = lines.linePos(offset);
    return draft.place(Math.max(0, line - 1), Math.max(0, col - 1));
}
function faultAt(place, { code, found, expected, mend }) {
    return { code, ...place, found, expected, mend };
}
