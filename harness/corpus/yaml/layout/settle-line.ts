import { hasKey } from '../outline.ts';
import {
  gluedColon,
  gluedDash,
  missingColon,
  missingDash,
  strayEntry,
  strayText,
  wrongIndent,
} from './findings.ts';
import type { Level } from './levels.ts';
import { holdingOf, levelAt, levelKindOf, likeliestLevel, usualIndent } from './levels.ts';
import { indentOf, isBlankOrComment } from './line-shape.ts';
import type { LayoutState } from './state.ts';
import { goOnWithText, takeBlockScalar } from './values.ts';

/**
 * Finds the map or list that the line at hand goes on with, or opens it, and mends the indent where there is
 * none; that is reported unless `silent`. False when the line holds nothing to be read and has been passed.
 */
export function settleLine(state: LayoutState, silent: boolean): boolean {
  mendGluedDash(state);
  const kind = levelKindOf(state.shape);
  if (kind === undefined) return settleText(state, silent);
  if (state.tail.kind === 'open' && openLevel(state, kind, silent)) return true;
  const exact = levelAt(state.levels, kind, state.shape.indent);
  if (exact !== -1) {
    goBackTo(state, exact);
    if (state.drift && state.shape.indent <= state.drift.beyond) state.drift = undefined;
    return true;
  }
  if (mendMissingDash(state)) return settleLine(state, silent);
  return moveToLikeliest(state, silent);
}

/** Opens the map or list that the key or dash above waits for, if the line is far enough in. */
function openLevel(state: LayoutState, kind: Level['kind'], silent: boolean): boolean {
  const { tail, shape, draft, at } = state;
  const key = tail.kind === 'open' ? tail.key : undefined;
  // A list may begin right below its key; everything else must be further in.
  const least = tail.parentIndent + (kind === 'list' && key !== undefined ? 0 : 1);
  const slipped =
    kind === 'list' && key !== undefined && holdingOf(state.line) !== 'entries' && shape.indent === least - 1;
  if (shape.indent < least && !(slipped && levelAt(state.levels, 'list', shape.indent) === -1)) return false;
  const customary = tail.parentIndent < 0 ? 0 : tail.parentIndent + 2;
  const indent = Math.max(least, usualIndent(draft, at, least, customary));
  if (indent !== shape.indent) move(state, indent, ', like its neighbours', silent);
  const keys = kind === 'list' ? new Set<string>() : keysBelow(state, key);
  state.levels.push({
    kind,
    indent,
    line: at,
    keys,
    ...(kind === 'list' && { holds: holdingOf(state.line) }),
  });
  return true;
}

function keysBelow({ levels, outline }: LayoutState, key: string | undefined): ReadonlySet<string> {
  if (levels.length === 0) return outline.top;
  const under = levels.length === 1 && key !== undefined ? outline.under.get(key) : undefined;
  return under ?? new Set([...outline.entry, ...outline.attribute]);
}

function moveToLikeliest(state: LayoutState, silent: boolean): boolean {
  const { shape, levels, drift } = state;
  const likely = likeliestLevel(levels, state.line);
  const level = levels[likely];
  if (!level) {
    state.report(state.at, shape.indent, strayEntry(state.line));
    state.lose(state.at, 0, shape.indent - 1, state.at + 1);
    state.draft.blank(state.at - 1);
    return false;
  }
  // What belongs to a line that was moved has slipped with it, by the same number of columns.
  const slippedWith = drift && level.indent > drift.beyond && shape.indent - level.indent === drift.by;
  if (!slippedWith && !silent) state.drift = { by: shape.indent - level.indent, beyond: level.indent };
  move(state, level.indent, `, as on line ${level.line + 1}`, silent || slippedWith === true);
  goBackTo(state, likely);
  return true;
}

function goBackTo(state: LayoutState, index: number): void {
  state.levels = state.levels.slice(0, index + 1);
}

function move(state: LayoutState, indent: number, like: string, silent: boolean): void {
  const found = state.shape.indent;
  if (!silent) state.report(state.at, found, wrongIndent(found, indent, like));
  state.draft.reindent(state.at, indent);
}

/** `-p: text` among entries. */
function mendGluedDash(state: LayoutState): void {
  const { key, dashes } = state.shape;
  const word = key?.word.slice(1);
  if (!key || dashes.length > 0 || !key.word.startsWith('-') || word === undefined || !state.isKey(word))
    return;
  state.report(state.at, key.column, gluedDash(word));
  state.draft.insert(state.at, key.column + 1, ' ');
}

/** `p: text` where the dashes of a list stand. */
function mendMissingDash(state: LayoutState): boolean {
  const { key, indent } = state.shape;
  if (!key || !hasKey(state.outline.entry, key.word) || levelAt(state.levels, 'list', indent) === -1)
    return false;
  state.report(state.at, indent, missingDash(key.word));
  state.draft.insert(state.at, indent, '- ');
  return true;
}

/** A line without key or dash: the value of a key above, a key with a slip, or text in the wrong place. */
function settleText(state: LayoutState, silent: boolean): boolean {
  const { tail, shape } = state;
  if (tail.kind === 'open' && shape.indent > tail.parentIndent) return true;
  if (mendKey(state)) return settleLine(state, silent);
  if (tail.kind === 'open') return settleValue(state, silent);
  if (tail.kind === 'text') {
    move(state, tail.parentIndent + 2, ', to go on with the text above', silent);
    goOnWithText(state);
  } else if (tail.kind === 'literal') {
    move(state, tail.indent, ', to go on with the text above', silent);
    takeBlockScalar(state, tail.parentIndent, tail.indent);
  } else {
    if (tail.kind === 'complete') state.report(state.at, shape.indent, strayText(state.line));
    state.draft.blank(state.at);
    state.at++;
  }
  return false;
}

/** Text at the margin below a key that has no value yet. */
function settleValue(state: LayoutState, silent: boolean): boolean {
  const { tail, draft, at, shape } = state;
  let next = at + 1;
  while (next < draft.lineCount && isBlankOrComment(draft.line(next))) next++;
  const valueFollows =
    indentOf(draft.line(next)) > tail.parentIndent && state.opensSomething(draft.line(next));
  if (!valueFollows) {
    move(state, tail.parentIndent + 2, ', to be the value of the key above', silent);
    return true;
  }
  state.report(at, shape.indent, strayText(state.line));
  draft.blank(at);
  state.at++;
  return false;
}

/** `title` or `title:text` where a key belongs; in the second case the value is given up. */
function mendKey(state: LayoutState): boolean {
  const match = /^ *(?<word>[\w-]+\??)(?:(?<colon>:)(?=\S).*)?[ \t]*$/u.exec(state.line);
  const word = match?.groups?.['word'];
  const level = state.levels[levelAt(state.levels, 'map', state.shape.indent)];
  const keys = level?.keys ?? (state.levels.length === 0 ? state.outline.top : undefined);
  if (word === undefined || !keys || !hasKey(keys, word)) return false;
  const end = state.shape.indent + word.length;
  if (match?.groups?.['colon'] === undefined) {
    state.report(state.at, state.shape.indent, missingColon(word));
    state.draft.insert(state.at, end, ':');
  } else {
    state.report(state.at, end, gluedColon(word));
    state.draft.cut(state.at, end + 1);
  }
  return true;
}
