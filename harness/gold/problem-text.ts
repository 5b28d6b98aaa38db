import type { Problem } from '../model/problem.ts';

/** What could rewrite the screen that it is shown on, or begin another line. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * A problem as one line of plain text, in the form that editors and terminals turn into a link:
 * `file:line:column: found …; expected …; … [code]`. Line and column are left out where the file as a whole
 * is at fault. Characters that nobody sees are told by their number: texts of pages are not trusted.
 */
export function formatProblem(problem: Problem): string {
  const { file, line, column, found, expected, mend, code } = problem;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const text = `${place}: found ${found}; expected ${expected}; ${mend} [${code}]`;
  return text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
