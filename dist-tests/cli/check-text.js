import pc from 'picocolors';
import { formatProblem } from "../gold/problem-text.js";
import { pad, widest } from "../report/columns.js";
import { formatCount, formatNumber } from "../report/format.js";
/** More of a kind are counted, not shown, unless all are asked for. */
const MOST_SHOWN = 10;
/** The problems of a corpus, how many each rule found where there are any, and a last line that sums up. */
export function checkReport({ corpus, pages, problems, rules }, showsAll) {
    const ofRules = new Set(rules.map(({ rule }) => rule));
    const fileProblems = problems.filter(({ code }) => !ofRules.has(code));
    // A page that is begun has as many as it has blocks, which would hide everything else.
    const todos = fileProblems.filter(({ code }) => code === 'todo-left');
    const lines = [
        ...fileProblems.filter(({ code }) => code !== 'todo-left').map(formatProblem),
        ...ruleLines(todos, showsAll),
        ...rules.flatMap(({ rule }) => ruleLines(problems.filter(({ code }) => code === rule), showsAll)),
        ...countTable(rules),
        `${corpus}: ${formatNumber(pages, 'page')}, ${verdict(problems.length)}${excepted(rules)}`,
    ];
    return `${lines.join('\n')}\n`;
}
function ruleLines(problems, showsAll) {
    const shown = showsAll ? problems : problems.slice(0, MOST_SHOWN);
    const rest = problems.length - shown.length;
    const more = rest === 0 ? [] : [pc.dim(`… and ${formatCount(rest)} more [${problems[0].code}]; --all shows them`)];
    return [...shown.map(formatProblem), ...more];
}
function countTable(rules) {
    const found = rules.filter(({ problems, excepted: taken }) => problems + taken > 0);
    if (found.length === 0)
        return [];
    const width = widest(found.map(({ rule }) => rule));
    const row = (name, ...cells) => `  ${pad(name, width)}${cells.map((cell) => pad(cell, 10, 'right')).join('')}`;
    return [
        '',
        pc.dim(row('rule', 'problems', 'pages', 'excepted')),
        ...found.map(({ rule, problems, pages, excepted: taken }) => row(rule, formatCount(problems), formatCount(pages), formatCount(taken))),
        '',
    ];
}
function verdict(problems) {
    return problems === 0 ? pc.green('no problems') : pc.red(formatNumber(problems, 'problem'));
}
function excepted(rules) {
    const count = rules.reduce((sum, rule) => sum + rule.excepted, 0);
    return count === 0 ? '' : `, ${formatCount(count)} excepted`;
}
/** The rules with what they find. */
export function ruleList(rules) {
    return `${rules.map(({ name, description }) => `${pc.bold(name)}\n  ${description}`).join('\n')}\n`;
}
