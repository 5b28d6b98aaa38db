import { hasKey } from "../outline.js";
import { gluedColon, gluedDash, missingDash, strayEntry, strayText } from "./findings.js";
import { fits, holdingOf, levelAt, levelKindOf, likeliestLevel, opensEntry } from "./levels.js";
import { indentOf } from "./line-shape.js";
import { settleText } from "./settle-text.js";
import { usualIndent } from "./usual-indent.js";
/**
 * Finds the map or list that the line at hand goes on with, or opens it, and mends the indent where there is
 * none; that is reported unless `silent`. False when the line holds nothing to be read and has been passed.
 */
export function settleLine(state, silent) {
    if (mendGluedDash(state) || mendGluedColon(state))
        return settleLine(state, silent);
    const kind = levelKindOf(state.shape);
    if (kind === undefined) {
        const verdict = settleText(state, silent);
        return verdict === 'again' ? settleLine(state, silent) : verdict === 'value';
    }
    if (kind === 'map' && isFirstOfEntries(state)) {
        return putDash(state) ? settleLine(state, silent) : passStray(state, state.tail);
    }
    if (state.tail.kind === 'open' && openLevel(state, kind, silent))
        return true;
    const exact = levelAt(state.levels, kind, state.shape.indent);
    if (exact !== -1 && interrupts(state, exact))
        return passStray(state);
    if (exact !== -1 && !fitsNearer(state, exact)) {
        goBackTo(state, exact);
        if (state.drift && state.shape.indent <= state.drift.beyond)
            state.drift = undefined;
        return true;
    }
    if (exact === -1 && mendMissingDash(state))
        return settleLine(state, silent);
    if (belongsToLost(state)) {
        passLost(state);
        return false;
    }
    return moveToLikeliest(state, silent);
}
/** How far, in columns, a line is looked for that would fit better than the one it stands on. */
const NEAR = 2;
/** Whether the line does not fit the level at its indent, but one close by. */
function fitsNearer(state, exact) {
    const { levels, line, shape } = state;
    const here = levels[exact];
    if (!here || fits(here, line) || lacksColon(state, here))
        return false;
    return levels.some((level) => Math.abs(level.indent - shape.indent) <= NEAR && fits(level, line));
}
/** `- p text`, which looks like an item among entries. */
function lacksColon({ line, shape, outline }, level) {
    const word = line.slice(shape.value).split(' ', 1)[0] ?? '';
    return level.holds === 'entries' && hasKey(outline.entry, word);
}
/** Whether the line is no key that anybody knows, and the next line goes on with what this one would end. */
function interrupts({ levels, line, draft, nextLine, opensSomething }, exact) {
    const here = levels[exact];
    const next = draft.line(nextLine);
    if (here?.kind !== 'map' || fits(here, line) || opensSomething(line))
        return false;
    return levels.slice(exact + 1).some((level) => level.indent === indentOf(next) && fits(level, next));
}
/** Opens the map or list that the key or dash above waits for, if the line belongs there. */
function openLevel(state, kind, silent) {
    const { tail, shape, draft, at } = state;
    const key = tail.kind === 'open' ? tail.key : undefined;
    // A list may begin right below its key; everything else must be further in.
    const least = tail.parentIndent + (kind === 'list' && key !== undefined ? 0 : 1);
    if (shape.indent < least && !hasSlippedOut(state, kind, key))
        return false;
    const customary = state.customaryIndent(tail.parentIndent, least);
    const indent = Math.max(least, usualIndent(draft, at, least, customary));
    if (indent !== shape.indent)
        state.move(indent, ', like its neighbours', silent);
    const keys = kind === 'list' ? new Set() : keysBelow(state, key);
    state.levels.push({
        kind,
        indent,
        line: at,
        keys,
        ...(kind === 'list' && { holds: holdingOf(state.line) }),
    });
    return true;
}
/** Whether a line that is not far enough in fits nowhere else but below the key that waits for its value. */
function hasSlippedOut(state, kind, key) {
    const { levels, shape, line, outline } = state;
    const here = levels[levelAt(levels, kind, shape.indent)];
    if (key === undefined || (here && fits(here, line)))
        return false;
    if (kind === 'list')
        return holdingOf(line) !== 'entries';
    return shape.key !== undefined && outline.under.get(key)?.has(shape.key.word) === true;
}
/** Whether the line is the first below a key at the margin, and entries of a list follow. */
function isFirstOfEntries({ tail, levels, shape, outline, draft, nextLine }) {
    if (tail.kind !== 'open' || levels.length !== 1 || shape.indent <= tail.parentIndent)
        return false;
    const holdsEntries = tail.key !== undefined && !outline.under.has(tail.key);
    return holdsEntries && opensEntry(draft.line(nextLine));
}
function keysBelow({ levels, outline }, key) {
    if (levels.length === 0)
        return outline.top;
    const under = levels.length === 1 && key !== undefined ? outline.under.get(key) : undefined;
    return under ?? new Set([...outline.entry, ...outline.attribute]);
}
function moveToLikeliest(state, silent) {
    const { shape, levels, line, drift } = state;
    const likely = likeliestLevel(levels, line, state.draft.line(state.nextLine));
    const level = levels[likely];
    if (!level || !mayBelongTo(state, level)) {
        return passStray(state);
    }
    if (level.kind === 'map' && moveToList(state, level, silent))
        return true;
    // What belongs to a line that was moved has slipped with it, by the same number of columns.
    const slippedWith = drift && level.indent > drift.beyond && shape.indent - level.indent === drift.by;
    if (!slippedWith && !silent)
        state.drift = { by: shape.indent - level.indent, beyond: level.indent };
    state.move(level.indent, `, as on line ${level.line + 1}`, silent || slippedWith === true);
    goBackTo(state, likely);
    return true;
}
function passStray(state, tail) {
    const { shape, line } = state;
    state.report(state.at, shape.indent, shape.dashes.length > 0 ? strayEntry(line) : strayText(line));
    state.pass(tail ?? { kind: 'lost', parentIndent: shape.indent - 1 });
    return false;
}
/** A kind in the place of a second key of an entry has lost its dash, and its indent with it. */
function moveToList(state, map, silent) {
    const { key, indent } = state.shape;
    const index = state.levels.lastIndexOf(map) - 1;
    const list = state.levels[index];
    if (!key || list?.kind !== 'list' || !hasKey(state.outline.entry, key.word))
        return false;
    if (!silent)
        state.report(state.at, indent, missingDash(key.word));
    state.draft.reindent(state.at, list.indent);
    state.draft.insert(state.at, list.indent, '- ');
    goBackTo(state, index);
    return true;
}
/** Entries and keys with a slip of the pen are worth reading where they are not quite in place; items are not. */
function mayBelongTo(state, level) {
    const { line, shape } = state;
    return (fits(level, line) ||
        opensEntry(line) ||
        (level.kind === 'map' && state.opensSomething(line) && !!shape.key));
}
/**
 * Whether the line stands below a value that has been given up, or below a text where a key was meant: what
 * is wrong has been said, or will be said of that text. Entries are read even so, unless one above was not.
 */
function belongsToLost(state) {
    const { tail, levels, shape, line } = state;
    if (tail.kind === 'text') {
        const isBareEntry = levels.length === 2 && levels[1]?.holds === 'entries';
        return isBareEntry && !opensEntry(line) && shape.indent > tail.parentIndent;
    }
    if (tail.kind !== 'lost' || shape.indent < tail.parentIndent)
        return false;
    if (tail.below !== undefined && shape.indent > tail.below)
        return true;
    return shape.dashes.length > 0 ? !opensEntry(line) : !state.opensSomething(line);
}
function passLost(state) {
    const { tail, shape } = state;
    const below = Math.min(shape.indent, tail.kind === 'lost' ? (tail.below ?? shape.indent) : shape.indent);
    state.pass({ kind: 'lost', parentIndent: tail.parentIndent, below });
}
function goBackTo(state, index) {
    state.levels = state.levels.slice(0, index + 1);
}
/** `-p: text` among entries; what begins `-x` and is no kind is given up. */
function mendGluedDash(state) {
    const { key, dashes, indent } = state.shape;
    if (!key || dashes.length > 0 || !key.word.startsWith('-'))
        return false;
    const word = key.word.slice(1);
    const next = state.draft.line(state.nextLine);
    const isAmongEntries = levelAt(state.levels, 'list', indent) !== -1 || (opensEntry(next) && indentOf(next) === indent);
    if (!state.isKey(word) && !isAmongEntries)
        return false;
    state.report(state.at, key.column, gluedDash(word));
    state.draft.insert(state.at, key.column + 1, ' ');
    if (!state.isKey(word))
        state.draft.cut(state.at, key.column + 2);
    return true;
}
/** `labelled:{ by: kd }`, which YAML takes for a key of two words. */
function mendGluedColon(state) {
    const { key } = state.shape;
    const word = key?.word.split(':', 1)[0] ?? '';
    if (!key || word === key.word || !state.isKey(word))
        return false;
    const colon = key.column + word.length;
    state.report(state.at, colon, gluedColon(word));
    state.cutValue(state.at, colon + 1, key.column);
    return true;
}
/** `p: text` where the dashes of a list stand. */
function mendMissingDash(state) {
    return levelAt(state.levels, 'list', state.shape.indent) !== -1 && putDash(state);
}
/** Puts a dash in front of a key that is one of an entry; says whether it is. */
function putDash(state) {
    const { key, indent } = state.shape;
    if (!key || !hasKey(state.outline.entry, key.word))
        return false;
    state.report(state.at, indent, missingDash(key.word));
    state.draft.insert(state.at, indent, '- ');
    return true;
}
