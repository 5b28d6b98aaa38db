import { Command } from 'commander';
import pc from 'picocolors';
import type { RuleCount } from '../check/check-corpus.ts';
import type { Rule } from '../check/rule.ts';
import { loadConfig } from '../config/load-config.ts';
import { openEach } from '../config/open-corpora.ts';
import type { CheckedCorpus } from '../library/check-corpora.ts';
import { formatProblem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { pad, widest } from '../report/columns.ts';
import { formatCount, formatNumber } from '../report/format.ts';
import { CONFIG_OPTION, CORPORA_ARGUMENT, ExitCode, chosen, collect, tellBuiltIn } from './options.ts';
import { ProgressBar } from './progress.ts';
import { show, showJson } from '../report/print.ts';

interface CheckOptions {
  readonly rule?: readonly string[];
  readonly pages?: string;
  readonly exceptions?: string;
  readonly listRules?: true;
  readonly all?: true;
  readonly config?: string;
  readonly json?: true;
}

/** `assay corpus check`: everything that is wrong with corpora. */
export function corpusCheckCommand(setExitCode: (code: number) => void): Command {
  return new Command('check')
    .description('List everything that is wrong with a corpus; exit code 1 if anything is.')
    .argument(...CORPORA_ARGUMENT)
    .option('--rule <name>', 'only this rule; may be repeated (default: all)', collect)
    .option('--pages <glob>', 'only pages whose identifier or site matches')
    .option(
      '--exceptions <file>',
      'faults that may stay, with reasons (default: exceptions.yaml in the folder of a corpus)',
    )
    .option('--all', 'show all problems, not only the first ten of each rule')
    .option('--list-rules', 'list the rules with what they find, and check nothing')
    .option(...CONFIG_OPTION)
    .option('--json', 'print the problems, or the rules, as JSON')
    .action(async (sources: string[], options: CheckOptions) => {
      const clean = await check(sources, options);
      setExitCode(clean ? ExitCode.DONE : ExitCode.REFUSED);
    });
}

async function check(sources: readonly string[], options: CheckOptions): Promise<boolean> {
  // Loaded on demand: the other commands do not need it.
  const { RULES, selectRules } = await import('../check/register.ts');
  if (options.listRules === true) {
    const rules = RULES.map(({ name, description }) => ({ name, description }));
    if (options.json === true) showJson({ schema: 'assay/rules@1', rules });
    else show(ruleList(rules).replace(/\n$/u, ''));
    return true;
  }
  const rules = selectRules(options.rule);
  const { checkCorpora } = await import('../library/check-corpora.ts');
  const loaded = await loadConfig(options.config);
  await tellBuiltIn(loaded, sources);
  const openings = await openEach(loaded, chosen(sources));
  const progress = new ProgressBar();
  const results = await checkCorpora(openings, rules, {
    pages: options.pages,
    exceptions: options.exceptions,
    onPage: (page, pages) => progress.advance(page, pages),
  }).finally(() => progress.finish());
  if (options.json === true) showJson({ schema: 'assay/check@2', corpora: results });
  else for (const result of results) show(checkReport(result, options.all === true).replace(/\n$/u, ''));
  return results.every(({ problems }) => problems.length === 0);
}

/** Problems shown of a kind; the others are counted, unless `--all` asks for them. */
const MOST_SHOWN = 10;

/** The problems of a corpus, a table of how many each rule found, and a line that sums up. */
function checkReport({ corpus, pages, problems, rules }: CheckedCorpus, showsAll: boolean): string {
  const ofRules = new Set<string>(rules.map(({ rule }) => rule));
  const fileProblems = problems.filter(({ code }) => !ofRules.has(code));
  // A page whose labelling has begun has one for each block, which would hide everything else.
  const todos = fileProblems.filter(({ code }) => code === 'todo-left');
  const lines = [
    ...fileProblems.filter(({ code }) => code !== 'todo-left').map(formatProblem),
    ...ruleLines(todos, showsAll),
    ...rules.flatMap(({ rule }) =>
      ruleLines(
        problems.filter(({ code }) => code === rule),
        showsAll,
      ),
    ),
    ...countTable(rules),
    `${corpus}: ${formatNumber(pages, 'page')}, ${verdict(problems.length)}${excepted(rules)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function ruleLines(problems: readonly Problem[], showsAll: boolean): string[] {
  const shown = showsAll ? problems : problems.slice(0, MOST_SHOWN);
  const rest = problems.length - shown.length;
  const more =
    rest === 0 ? [] : [pc.dim(`… and ${formatCount(rest)} more [${problems[0]!.code}]; --all shows them`)];
  return [...shown.map(formatProblem), ...more];
}

function countTable(rules: readonly RuleCount[]): string[] {
  const found = rules.filter(({ problems, excepted: taken }) => problems + taken > 0);
  if (found.length === 0) return [];
  const width = widest(found.map(({ rule }) => rule));
  const row = (name: string, ...cells: string[]): string =>
    `  ${pad(name, width)}${cells.map((cell) => pad(cell, 10, 'right')).join('')}`;
  return [
    '',
    pc.dim(row('rule', 'problems', 'pages', 'excepted')),
    ...found.map(({ rule, problems, pages, excepted: taken }) =>
      row(rule, formatCount(problems), formatCount(pages), formatCount(taken)),
    ),
    '',
  ];
}

function verdict(problems: number): string {
  return problems === 0 ? pc.green('no problems') : pc.red(formatNumber(problems, 'problem'));
}

function excepted(rules: readonly RuleCount[]): string {
  const count = rules.reduce((sum, rule) => sum + rule.excepted, 0);
  return count === 0 ? '' : `, ${formatCount(count)} excepted`;
}

/** The rules with what they find. */
function ruleList(rules: readonly Pick<Rule, 'name' | 'description'>[]): string {
  return `${rules.map(({ name, description }) => `${pc.bold(name)}\n  ${description}`).join('\n')}\n`;
}
