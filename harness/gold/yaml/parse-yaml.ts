import type { ParsedNode } from 'yaml';
import { isScalar, visit } from 'yaml';
import { findingOfComplaint } from './complaint-finding.ts';
import type { Composed, YamlComplaint } from './compose.ts';
import { composeYaml } from './compose.ts';
import { Draft } from './draft.ts';
import type { Fault, Finding, Place } from './fault.ts';
import { forbiddenSyntax } from './forbidden-syntax.ts';
import { mendLayout } from './layout/layout.ts';
import type { ValueExtent } from './layout/state.ts';
import type { Outline } from './outline.ts';
import { strayCharacters } from './separators.ts';

/** A YAML file, as far as it can be understood. */
export interface ParsedYaml {
  /** The tree of all that can be read; null when that is nothing. */
  readonly root: ParsedNode | null;
  /** The text that the tree's offsets count in: the file, with its faults mended. */
  readonly text: string;
  /** Faults of the YAML itself, in no particular order; those of what it says are the caller's to find. */
  readonly faults: readonly Fault[];
  /** Where an offset of `text` stands in the file. */
  readonly place: (offset: number) => Place;
  /** A text that stands where a faulty value has been taken out: it is not to be judged again. */
  readonly hole: string;
}

/**
 * Reads a YAML file and goes on behind every fault: what is wrong is reported and mended in a copy, which is
 * read again, so that one wrong line costs no other line its check. Every scalar is text.
 */
export function parseYaml(source: string, outline: Outline): ParsedYaml {
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

function finish(draft: Draft, composed: Composed, found: readonly Fault[]): ParsedYaml {
  const place = (offset: number): Place => placeOf(draft, composed, offset);
  const forbidden = forbiddenSyntax(composed.tokens).map(({ offset, ...finding }) =>
    faultAt(place(offset), finding),
  );
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
function mendComplaints(
  draft: Draft,
  values: readonly ValueExtent[],
): { composed: Composed; faults: Fault[] } {
  const faults: Fault[] = [];
  let composed = composeYaml(draft.text());
  for (let round = 0; composed.complaints.length > 0; round++) {
    if (round === MOST_ROUNDS) return { composed: { ...composed, root: null }, faults };
    for (const { complaint, extent } of independentOf(draft, composed, values)) {
      faults.push(faultAt(placeOf(draft, composed, complaint.offset), findingOfComplaint(complaint)));
      takeOut(draft, extent);
    }
    composed = composeYaml(draft.text());
  }
  return { composed, faults };
}

interface Located {
  readonly complaint: YamlComplaint;
  readonly extent: ValueExtent;
}

/**
 * The first complaint, and the first of every other value that cannot have been misread because of it: quotes
 * and brackets close by now, so that what is wrong between them stays between them.
 */
function independentOf(draft: Draft, composed: Composed, values: readonly ValueExtent[]): Located[] {
  const found = new Map<ValueExtent, Located>();
  for (const complaint of composed.complaints) {
    const line = lineOf(composed, complaint);
    const value = values.findLast((extent) => extent.line <= line && line <= extent.lastLine);
    const isClosed = value !== undefined && /^["'[{]/u.test(draft.line(value.line).slice(value.column));
    const extent = value ?? { line, column: 0, lastLine: line };
    if (found.size === 0 || (isClosed && !found.has(extent))) found.set(extent, { complaint, extent });
    if (!isClosed) break;
  }
  return [...found.values()];
}

function takeOut(draft: Draft, { line, column, lastLine }: ValueExtent): void {
  const isValue = column > 0 && draft.line(line).slice(column) !== draft.hole;
  if (isValue) draft.cut(line, column);
  else draft.blank(line);
  for (let below = line + 1; below <= lastLine; below++) draft.blank(below);
}

/**
 * Whether an unquoted text has an entry of a list for one of its lines. YAML folds it into the text without
 * a word; in our files it is an entry that has slipped to the right.
 */
function swallowsEntries(root: ParsedNode | null, text: string): boolean {
  let found = false;
  visit(root, {
    Scalar: (_, node) => {
      if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return undefined;
      found ||= /\n[ \t]*-[ \t]/u.test(text.slice(node.range[0], node.range[1]));
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** Whether a key that belongs under another one stands at the margin right below it: YAML sees two keys there. */
function hasKeyAtMargin(text: string, outline: Outline): boolean {
  return [...outline.under].some(([key, words]) => {
    return new RegExp(`^${key}:[ \\t]*\\n(?:${[...words].join('|')}):`, 'mu').test(text);
  });
}

function lineOf({ lines }: Composed, { offset }: YamlComplaint): number {
  return Math.max(0, lines.linePos(offset).line - 1);
}

function placeOf(draft: Draft, { lines }: Composed, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return draft.place(Math.max(0, line - 1), Math.max(0, col - 1));
}

function faultAt(place: Place, { code, found, expected, mend }: Finding): Fault {
  return { code, ...place, found, expected, mend };
}
