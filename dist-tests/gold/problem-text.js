import { escapeUnseen } from "../util/printable.js";
/**
 * A problem as one line of plain text, in the form that editors and terminals turn into a link:
 * `file:line:column: found …; expected …; … [code]`. Line and column are left out where the file as a whole
 * is at fault. Characters that nobody sees are told by their number: texts of pages are not trusted.
 */
export function formatProblem(problem) {
    const { file, line, column, found, expected, mend, code } = problem;
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    const text = `${place}: found ${found}; expected ${expected}; ${mend} [${code}]`;
    return escapeUnseen(text);
}
