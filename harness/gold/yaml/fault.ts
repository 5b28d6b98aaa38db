import type { Problem, ProblemCode } from '../../model/problem.ts';

/** A problem of one file, before the file is named. */
export type Fault = Omit<Problem, 'file'>;

/** A place in the file as the user sees it. */
export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** What a fault says, apart from where it is. */
export interface Finding {
  readonly code: ProblemCode;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/**
 * Faults in the order of the file: first what concerns the file as a whole, then by line and column. Of
 * several with the same code at the same place one is kept.
 */
export function inFileOrder(faults: readonly Fault[]): Fault[] {
  const distinct = new Map(faults.map((fault) => [keyOf(fault), fault]));
  return [...distinct.values()].toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

const LONGEST = 48;

/** A text as messages quote it: on one line, in double quotes, cut where it is long. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST) return `"${line}"`;
  // Not between the halves of a surrogate pair.
  return `"${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/u, '')}…"`;
}

function keyOf({ code, line, column, found }: Fault): string {
  // File faults have no place, but differ in what they found.
  return `${code} ${line === undefined ? found : `${line}:${column}`}`;
}
