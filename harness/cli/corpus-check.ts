import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import type { CheckResult, RuleCount } from '../check/check-corpus.ts';
import type { Exception } from '../corpus/exceptions.ts';
import type { Rule } from '../check/rule.ts';
import { loadConfig } from '../config/load-config.ts';
import { openEach } from '../config/open-corpora.ts';
import type { NamedOpening } from '../config/open-corpora.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import { MOST_YAML_BYTES } from '../model/limits.ts';
import { refuseUnfit } from '../util/read-input.ts';
import { readablePath } from '../util/readable-path.ts';
import { AssayError } from '../util/error.ts';
import { formatProblem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { pad, widest } from '../report/columns.ts';
import { formatCount, formatNumber } from '../report/format.ts';
import { pageGlob } from '../corpus/page-glob.ts';
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
  const { RULES } = await import('../check/register.ts');
  if (options.listRules === true) {
    const rules = RULES.map(({ name, description }) => ({ name, description }));
    if (options.json === true) showJson({ schema: 'assay/rules@1', rules });
    else show(ruleList(rules).replace(/\n$/u, ''));
    return true;
  }
  const rules = chosenRules(RULES, options.rule);
  const loaded = await loadConfig(options.config);
  await tellBuiltIn(loaded, sources);
  const openings = (await openEach(loaded, chosen(sources))).map((opening) =>
    options.pages === undefined ? opening : onlyPages(opening, options.pages),
  );
  if (options.pages !== undefined && openings.every(({ opened }) => pagesOf(opened) === 0)) {
    throw new AssayError(
      'usage',
      `--pages "${options.pages}" matches no page; "assay corpus list" names them`,
    );
  }
  if (options.exceptions !== undefined && openings.length > 1) {
    throw new AssayError(
      'usage',
      `--exceptions is for one corpus, not for ${openings.length}; name one of them`,
    );
  }
  const total = openings.reduce((sum, { opened }) => sum + (soundPages(opened)?.pages.length ?? 0), 0);
  const progress = new ProgressBar(total);
  const results: CheckedCorpus[] = [];
  try {
    for (const opening of openings) {
      const exceptions = await findExceptions(opening, options.exceptions, RULES);
      const isWhole = options.pages === undefined;
      results.push(await checkOne(opening, rules, exceptions, isWhole, (page) => progress.advance(page)));
    }
  } finally {
    progress.finish();
  }
  if (options.json === true) showJson({ schema: 'assay/check@2', corpora: results });
  else for (const result of results) show(checkReport(result, options.all === true).replace(/\n$/u, ''));
  return results.every(({ problems }) => problems.length === 0);
}

function chosenRules(all: readonly Rule[], names: readonly string[] | undefined): readonly Rule[] {
  const known = all.map(({ name }): string => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown === undefined) return all.filter(({ name }) => names === undefined || names.includes(name));
  const near = didYouMean(unknown, known);
  const fix = near === undefined ? '"assay corpus check --list-rules" gives them' : `did you mean "${near}"?`;
  throw new AssayError('usage', `unknown rule "${unknown}"; ${fix}`);
}

interface FoundExceptions {
  readonly exceptions: readonly Exception[];
  readonly problems: readonly Problem[];
}

/** Reads the exceptions file that was named, else the one beside the pages; none if that does not exist. */
async function findExceptions(
  { opened }: NamedOpening,
  named: string | undefined,
  rules: readonly Rule[],
): Promise<FoundExceptions> {
  const { readExceptions } = await import('../corpus/exceptions.ts');
  const folder = soundPages(opened)?.folder;
  const file = named === undefined ? folder && join(folder, 'exceptions.yaml') : resolve(named);
  if (file === undefined) return { exceptions: [], problems: [] };
  await refuseUnfit(file, MOST_YAML_BYTES);
  const source = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (named === undefined && cause.code === 'ENOENT') return undefined;
    throw new AssayError('bad-input', `${readablePath(file)} cannot be read; --exceptions takes a YAML file with a list "exceptions"`, { cause }); // prettier-ignore
  });
  if (source === undefined) return { exceptions: [], problems: [] };
  return readExceptions(
    source,
    readablePath(file),
    rules.map(({ name }) => name),
  );
}

/** The pages that can be checked: all, or those that the reader found no problem in. */
function soundPages(
  opened: NamedOpening['opened'],
): Extract<typeof opened, { status: 'ok' }>['corpus'] | undefined {
  return opened.status === 'ok' ? opened.corpus : opened.sound;
}

/** Page folders found, faulty or not. */
function pagesOf(opened: NamedOpening['opened']): number {
  if (opened.status === 'faulty') return opened.pages;
  const { pages, unfinished = [] } = opened.corpus;
  return pages.length + unfinished.length;
}

/** What a glob leaves of a corpus: its pages, and the problems of their files; rules compare them with each other only. */
function onlyPages({ source, opened }: NamedOpening, glob: string): NamedOpening {
  const takes = pageGlob(glob);
  const whole = soundPages(opened);
  const ids = (opened.status === 'ok' ? opened.corpus.unfinished : undefined) ?? [];
  const unfinished = ids.filter((id) => takes({ id, site: id.split('/')[0]! }));
  const sound = whole && { ...whole, pages: whole.pages.filter(takes), unfinished };
  const folder = join(whole?.folder ?? '', 'pages');
  const ofPages = (problems: readonly Problem[]): readonly Problem[] =>
    problems.filter(({ file }) => {
      // Problems name files as they are read best from here.
      const [site, page] = relative(folder, resolve(file)).split(sep);
      return (
        site !== undefined && site !== '..' && page !== undefined && takes({ id: `${site}/${page}`, site })
      );
    });
  if (opened.status === 'ok') {
    const todos = ofPages(opened.todos ?? []);
    return { source, opened: { status: 'ok', corpus: sound!, ...(todos.length > 0 && { todos }) } };
  }
  const problems = ofPages(opened.problems);
  const faulty = new Set(problems.map(({ file }) => file)).size;
  const pages = (sound?.pages.length ?? 0) + faulty;
  return { source, opened: { ...opened, problems, pages, ...(sound && { sound }) } };
}

async function checkOne(
  { source, opened }: NamedOpening,
  rules: readonly Rule[],
  { exceptions, problems }: FoundExceptions,
  isWhole: boolean,
  onPage: (page: string) => void,
): Promise<CheckedCorpus> {
  const { checkCorpus } = await import('../check/check-corpus.ts');
  const { checkLabelFiles, checkSecondGold } = await import('../check/label-files.ts');
  const { unusedException } = await import('../corpus/exceptions.ts');
  const corpus = soundPages(opened);
  const read = opened.status === 'ok' ? (opened.todos ?? []) : opened.problems;
  const pages = pagesOf(opened);
  if (corpus === undefined) return { corpus: source, pages, problems: [...read, ...problems], rules: [] };
  const ofLabels = [
    ...(isWhole ? await checkLabelFiles(corpus.labelFiles ?? []) : []),
    ...(await checkSecondGold(corpus)),
  ];
  const today = new Date().toISOString().slice(0, 10);
  const result: CheckResult = await checkCorpus(corpus, { rules, exceptions, today, onPage });
  // An exception for a page that was not looked at may be needed.
  const unused = isWhole && opened.status === 'ok' && opened.todos === undefined ? result.unused : [];
  return {
    corpus: source,
    pages,
    problems: [...read, ...ofLabels, ...problems, ...result.problems, ...unused.map(unusedException)],
    rules: result.rules,
  };
}

/** A corpus that was checked. */
interface CheckedCorpus {
  /** As the user named it. */
  readonly corpus: string;
  readonly pages: number;
  /** Those of the files first, then those that rules found, then exceptions that are not needed. */
  readonly problems: readonly Problem[];
  readonly rules: readonly RuleCount[];
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
