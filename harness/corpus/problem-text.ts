import type { Problem } from '../model/problem.ts';

/**
 * A problem as one line of plain text, in the form that editors and terminals turn into a link:
 * `file:line:column: found …; expected …; … [code]`. Line and column are left out where the file as a whole
 * is at fault.
 */
export function formatProblem(problem: Problem): string {
  const { file, line, column, found, expected, mend, code } = problem;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}: found ${found}; expected ${expected}; ${mend} [${code}]`;
}
