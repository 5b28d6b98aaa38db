/** What a line begins with, in the eyes of YAML: `- ` and `key:`, then the value. Columns are 0-based. */
export interface LineShape {
  /** Spaces before the first other character. */
  readonly indent: number;
  /** Columns of the dashes that open list entries. */
  readonly dashes: readonly number[];
  readonly key?: { readonly word: string; readonly column: number };
  /** Where the value begins; absent when nothing, or only a comment, is left on the line. */
  readonly value?: number;
}

const DASH = /-[ \t]+|-$/y;
// A key of several words can only be told from running text by where it stands, which the caller knows.
const KEY =
  /(?:"(?<double>[^"\\]*)"|'(?<single>[^']*)'|(?<plain>(?:[^\s"'#[\]{},&*!|>%@`?:-]|[-?](?=[^\s:]))(?:[^\s:]|:(?=\S)|[ \t]+(?![\s#:]))*))[ \t]*:(?:[ \t]+|$)/uy;

export function shapeOf(line: string): LineShape {
  const indent = indentOf(line);
  const dashes: number[] = [];
  let column = indent;
  for (let dash = matchAt(DASH, line, column); dash; dash = matchAt(DASH, line, column)) {
    dashes.push(column);
    column += dash[0].length;
  }
  const match = matchAt(KEY, line, column);
  const groups = match?.groups;
  const word = groups?.['double'] ?? groups?.['single'] ?? groups?.['plain'];
  const value = column + (match?.[0].length ?? 0);
  return {
    indent,
    dashes,
    ...(word !== undefined && { key: { word, column } }),
    ...(holdsValue(line, value) && { value }),
  };
}

/** The number of spaces before the first other character; tabs do not count. */
export function indentOf(line: string): number {
  return /^ */u.exec(line)?.[0].length ?? 0;
}

export function isBlankOrComment(line: string): boolean {
  return /^[ \t]*(?:#|$)/u.test(line);
}

function holdsValue(line: string, column: number): boolean {
  const rest = line.slice(column).trim();
  return rest !== '' && !(rest.startsWith('#') && /\s/u.test(line.charAt(column - 1)));
}

function matchAt(pattern: RegExp, line: string, column: number): RegExpExecArray | null {
  pattern.lastIndex = column;
  return pattern.exec(line);
}
