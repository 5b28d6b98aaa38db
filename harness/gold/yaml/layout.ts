import type { ParsedNode } from 'yaml';
import { isCollection, isMap, isNode, isPair, isScalar, visit } from 'yaml';

/** A line without white space at its end. */
interface Line {
  readonly start: number;
  /** Of its line feed, or of the text. */
  readonly end: number;
  readonly text: string;
  readonly indent: number;
}

/** The line that an offset is in. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed;
  const line = text.slice(start, end).trimEnd();
  return { start, end, text: line, indent: line.length - line.trimStart().length };
}

/** From an offset to the end of the line, without white space there. */
export function restOfLine(text: string, offset: number): string {
  return text.slice(offset, lineAt(text, offset).end).trimEnd();
}

/** What a line goes on with, by how its text begins. */
export function kindOf(ink: string): Level['kind'] {
  if (/^-(?:\s|$)/u.test(ink)) return 'list';
  return /^(?:"[^"]*"|'[^']*'|[^\s#"'[\]{}]+)\s*:(?:\s|$)/u.test(ink) ? 'map' : 'text';
}

/** A map, list or text below `|` that is open somewhere, and the column at which its keys, dashes or lines stand. */
interface Level {
  readonly kind: 'map' | 'list' | 'text';
  readonly column: number;
  /** 1-based, of its first key, item or line. */
  readonly line: number;
}

/** Those that a line at this offset can go on with, the innermost last. */
export function openLevels(root: ParsedNode | null, text: string, end: number): Level[] {
  const open: Level[] = [];
  for (const { at, kind, column } of marksOf(root, text).toSorted(
    (a, b) => a.at - b.at || a.column - b.column,
  )) {
    if (at >= end) break;
    while ((open.at(-1)?.column ?? -1) > column) open.pop();
    const last = open.at(-1);
    if (last?.column === column && last.kind === kind) continue;
    open.push({ kind, column, line: text.slice(0, at).split('\n').length });
  }
  return open;
}

/** Every key, item and text below `|` with where it stands and the column of its level. */
function marksOf(root: ParsedNode | null, text: string): (Omit<Level, 'line'> & { readonly at: number })[] {
  const marks: (Omit<Level, 'line'> & { readonly at: number })[] = [];
  const columnOf = (at: number): number => at - lineAt(text, at).start;
  visit(root, (_, node) => {
    if (isScalar(node) && node.range && node.type?.startsWith('BLOCK') === true) {
      const below = lineAt(text, lineAt(text, node.range[0]).end + 1);
      marks.push({ kind: 'text', at: below.start, column: below.indent });
    }
    if (!isCollection(node) || node.flow === true || !node.range) return;
    const [start] = node.range;
    for (const item of node.items) {
      const at =
        isPair(item) && isNode(item.key) ? item.key.range?.[0] : isNode(item) ? item.range?.[0] : undefined;
      if (at === undefined) continue;
      if (isMap(node)) marks.push({ kind: 'map', at, column: columnOf(at) });
      else marks.push({ kind: 'list', at, column: columnOf(start) });
    }
  });
  return marks;
}

/** The level whose column is nearest, of equally near ones the innermost. */
export function nearest(levels: readonly Level[], indent: number): Level | undefined {
  const distance = ({ column }: Level): number => Math.abs(column - indent);
  return levels.toReversed().toSorted((a, b) => distance(a) - distance(b))[0];
}
