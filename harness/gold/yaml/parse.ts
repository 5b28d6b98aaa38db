import type { Document, ParsedNode, YAMLError, YAMLWarning } from 'yaml';
import { Composer, LineCounter, Parser, isMap, isSeq } from 'yaml';
import type { FilePlace } from '../../model/gold-path.ts';
import type { Finding, Problem } from '../../model/problem.ts';
import { strayCharacters } from './characters.ts';
import type { SyntaxFault } from './syntax-faults.ts';
import { complaintFault, forbiddenSyntax, secondDocument } from './syntax-faults.ts';
import { visitTokens } from './visit-tokens.ts';

/** What is wrong with a file, before it is said where. */
export type Fault = Finding & Pick<Problem, 'code'>;

/** A problem of one file, before the file is named; without a place it is about the file as a whole. */
export type PlacedFault = Omit<Problem, 'file'>;

/** A YAML file, as far as it can be understood. */
export interface ParsedYaml {
  /** The tree as the `yaml` package recovers it; null where there is nothing. */
  readonly root: ParsedNode | null;
  /** The text that offsets count in: the file without a byte order mark, its line breaks LF. */
  readonly text: string;
  /** Faults of the YAML itself, in no particular order; those of what it says are the caller's to find. */
  readonly faults: readonly PlacedFault[];
  /** False where one of the faults leaves everything behind it unread. */
  readonly isWhole: boolean;
  /** Whether what stands there may have been misread because of one of the faults. */
  isUnread(offset: number): boolean;
  place(offset: number): FilePlace;
}

/** A file with more complaints is not read beyond them: each costs a walk through the tree. */
const MOST_COMPLAINTS = 200;
/** Gold nests a few levels; readers of trees recurse, so that a hostile file could overflow the stack. */
const DEEPEST = 500;

/**
 * Reads a YAML file with the error recovery of the `yaml` package; every scalar is text (failsafe schema). A fault inside
 * an entry (a key at the margin, or an item of the list below one) makes that entry unread and no other; one in how
 * entries stand below each other makes everything behind it unread, and is followed by a fault that says so.
 */
export function parseYaml(source: string): ParsedYaml {
  const text = source.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const lines = new LineCounter();
  const place = (offset: number): FilePlace => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const forbidden: SyntaxFault[] = [];
  const isWholeVisited = visitTokens(tokens, DEEPEST, (token) => {
    const fault = forbiddenSyntax(token);
    if (fault !== undefined) forbidden.push(fault);
  });
  if (!isWholeVisited) {
    return { root: null, text, faults: [TOO_DEEP], isWhole: false, isUnread: () => true, place };
  }
  // Duplicate keys pass, because the reader of what the file says has the better message.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true });
  const [first, second] = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  const root = first?.contents ?? null;
  const complaints = first === undefined ? [] : complaintsOf(first);
  const found = [
    ...forbidden,
    ...complaints.slice(0, MOST_COMPLAINTS).map((complaint) => complaintFault(complaint, root, text)),
    ...(second === undefined ? [] : [secondDocument(text, first?.range[1] ?? 0)]),
  ];
  const { faults, unreadFrom, isUnread } = judge(found, root, text, complaints[MOST_COMPLAINTS]?.pos[0]);
  const placed: PlacedFault[] = faults.map(({ offset, code, found: what, expected, fix }) => ({
    code,
    ...place(offset),
    found: what,
    expected,
    fix,
  }));
  const isWhole = unreadFrom === undefined;
  if (!isWhole) placed.push(notWhole(place(unreadFrom).line));
  return { root, text, faults: [...strayCharacters(text), ...placed], isWhole, isUnread, place };
}

/** What the `yaml` package complains of, in the order of the file; gold has no tags, whether they resolve or not. */
function complaintsOf({ errors, warnings }: Document.Parsed): (YAMLError | YAMLWarning)[] {
  const complaints = [...errors, ...warnings].filter(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  return complaints.toSorted((a, b) => a.pos[0] - b.pos[0]);
}

const TOO_DEEP: Fault = {
  code: 'yaml-syntax',
  found: `a file whose lists and maps stand in one another more than ${DEEPEST} deep`,
  expected: 'a few levels',
  fix: 'put texts that hold brackets or dashes in quotes',
};

function notWhole(line: number): Fault {
  return {
    code: 'yaml-syntax',
    found: `a file that could not be read whole: from line ${line} on nothing was checked`,
    expected: 'YAML without the fault there',
    fix: 'correct that fault, then check the file again',
  };
}

interface Judgement {
  /** One for each entry that has any, the first. */
  readonly faults: readonly SyntaxFault[];
  readonly unreadFrom: number | undefined;
  readonly isUnread: (offset: number) => boolean;
}

/**
 * Decides which faults of the syntax to report, and how much of the file they leave unread.
 *
 * @param end from where on nothing is read in any case
 */
function judge(
  found: readonly SyntaxFault[],
  root: ParsedNode | null,
  text: string,
  end: number | undefined,
): Judgement {
  if (found.length === 0) return { faults: [], unreadFrom: undefined, isUnread: () => false };
  const entries = startsOfEntries(root, text);
  const entryAt = (offset: number): number => lastAtMost(entries, offset);
  const spoiled = new Set<number>();
  const faults: SyntaxFault[] = [];
  let unreadFrom = end;
  for (const fault of found.toSorted((a, b) => a.seen - b.seen)) {
    if (end !== undefined && fault.seen >= end) break;
    const ink = firstInk(text, fault.offset);
    const entry = entryAt(ink);
    const start = entries[entry] ?? 0;
    const swallows =
      fault.isError &&
      fault.endsReading !== true &&
      swallowsLines(text, start, entries[entry + 1] ?? text.length);
    const isLost =
      fault.endsReading === true || swallows || (fault.isLayout === true && isAtMargin(root, ink));
    if (entry < 0 || !spoiled.has(entry)) faults.push(fault);
    // What begins a line of its own, a second document, is no part of the entry above.
    if (fault.endsReading !== true || !text.slice(start, fault.offset).includes('\n')) spoiled.add(entry);
    if (!isLost) continue;
    unreadFrom = swallows ? start : ink;
    break;
  }
  const isUnread = (offset: number): boolean =>
    spoiled.has(entryAt(offset)) || (unreadFrom !== undefined && offset >= unreadFrom);
  return { faults, unreadFrom, isUnread };
}

/** Index of the last of ascending values that is at most a limit, or -1. */
function lastAtMost(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where keys at the margin begin, and the items of lists below them, ascending. */
function startsOfEntries(root: ParsedNode | null, text: string): number[] {
  if (!isMap(root)) return [0];
  const starts = root.items.flatMap(({ key, value }) => {
    const source = isSeq(value) && value.flow !== true ? value.srcToken : undefined;
    if (!isSeq(value) || source?.type !== 'block-seq') return [key.range[0]];
    const dashes = source.items.map(({ start }, index) => {
      const dash = start.find(({ type }) => type === 'seq-item-ind');
      return dash?.offset ?? value.items[index]?.range[0] ?? 0;
    });
    return [key.range[0], ...dashes];
  });
  return starts.map((start) => firstInk(text, start)).toSorted((a, b) => a - b);
}

/** The offset, or, where it is in the white space before the text of a line, that of the text. */
function firstInk(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const ink = lineStart + /^[ \t]*/u.exec(text.slice(lineStart))![0].length;
  return Math.max(offset, ink);
}

function isAtMargin(root: ParsedNode | null, offset: number): boolean {
  return !isMap(root) || root.items.some(({ key }) => key.range[0] === offset);
}

/** Whether lines below the first of an entry stand no further in than it does: a quote or bracket took them in. */
function swallowsLines(text: string, start: number, end: number): boolean {
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const [, ...below] = text.slice(start, end).split('\n');
  return below.some(
    (line) => /[^\s\]}#]/u.test(line.charAt(line.search(/\S/u))) && line.search(/\S/u) <= column,
  );
}
