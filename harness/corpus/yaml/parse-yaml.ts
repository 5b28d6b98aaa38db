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
  if (composed.complaints.length === 0 && !swallowsEntries(composed.root, text)) {
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

/** Far more than a person would mend before looking again. */
const MOST_COMPLAINTS = 200;

/** Takes out one value after the other until YAML has nothing more to say. */
function mendComplaints(
  draft: Draft,
  values: readonly ValueExtent[],
): { composed: Composed; faults: Fault[] } {
  const faults: Fault[] = [];
  let composed = composeYaml(draft.text());
  for (let complaint = composed.complaints[0]; complaint; complaint = composed.complaints[0]) {
    faults.push(faultAt(placeOf(draft, composed, complaint.offset), findingOfComplaint(complaint)));
    if (faults.length === MOST_COMPLAINTS) return { composed: { ...composed, root: null }, faults };
    takeOut(draft, values, lineOf(composed, complaint));
    composed = composeYaml(draft.text());
  }
  return { composed, faults };
}

function takeOut(draft: Draft, values: readonly ValueExtent[], line: number): void {
  const value = values.findLast((extent) => extent.line <= line && line <= extent.lastLine);
  const first = value ? value.line : line;
  if (value && draft.line(first).slice(value.column) !== draft.hole) draft.cut(first, value.column);
  else draft.blank(first);
  for (let below = first + 1; below <= (value?.lastLine ?? line); below++) draft.blank(below);
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
