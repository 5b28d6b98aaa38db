import { excessOfPage } from '../document/excess.ts';
import { pageTooLarge } from './rules/page-too-large.ts';
import { withinTime } from '../util/within-time.ts';
import { join } from 'node:path';
import { readablePath } from '../util/readable-path.ts';
import type { Corpus } from '../model/page.ts';
import type { Problem, RuleName } from '../model/problem.ts';
import type { CheckedPage } from './checked-page.ts';
import type { Exception } from '../corpus/exceptions.ts';
import type { PageFinding, Rule } from './rule.ts';

/** What a rule found in a corpus. */
export interface RuleCount {
  readonly rule: RuleName;
  readonly problems: number;
  /** Pages (or sites) that the problems are about. */
  readonly pages: number;
  /** Problems that exceptions took away. */
  readonly excepted: number;
}

/** What the rules found in a corpus. */
export interface CheckResult {
  /** By rule in the order of the register, then in the order of pages. */
  readonly problems: readonly Problem[];
  /** One for every rule that ran, in the same order. */
  readonly rules: readonly RuleCount[];
  /** Exceptions from rules that ran, which nothing needed. */
  readonly unused: readonly Exception[];
}

export interface CheckOptions {
  readonly rules: readonly Rule[];
  readonly exceptions?: readonly Exception[];
  /** The day of the check, `2025-07-09`: what is later lies in the future. */
  readonly today: string;
  /** Called after each page. */
  readonly onPage?: (id: string) => void;
  /** Milliseconds that all rules together may take over a page. Default: 60,000. */
  readonly limitMs?: number;
}

/** All rules over the largest page of four benchmarks take a second. */
const LIMIT_MS = 60_000;

/** Runs rules over a corpus, page by page; no page is held. */
export async function checkCorpus(corpus: Corpus, options: CheckOptions): Promise<CheckResult> {
  const { limitMs = LIMIT_MS } = options;
  const checks = options.rules.map((rule) => begin(rule, corpus));
  const tooLong: Problem[] = [];
  for (const reference of corpus.pages) {
    const page: CheckedPage = { ...(await corpus.read(reference)), reference, today: options.today };
    const isTooLarge = excessOfPage(page.page) !== undefined;
    const isDone = withinTime(limitMs, () => {
      for (const check of checks) {
        if (!isTooLarge || check.rule === pageTooLarge) check.addPage(page);
      }
    });
    if (!isDone) tooLong.push(pageProblem(pageTooLarge.name, takesTooLong(limitMs), page, corpus));
    options.onPage?.(reference.id);
  }
  const exceptions = new Exceptions(options.exceptions ?? []);
  const rules = checks.map((check) => countOf(check.rule.name, check.finish(), exceptions));
  return {
    problems: [...rules.flatMap(({ kept }) => kept), ...tooLong],
    rules: rules.map(({ count }) => count),
    unused: exceptions.unused(options.rules),
  };
}

function takesTooLong(limitMs: number): PageFinding {
  return {
    found: `a page that all rules together look at for more than ${limitMs / 1000} s; the rest of it was not checked`,
    expected: 'gold that stands in the page, and no more of it than in any article',
    fix: 'label the article alone, or take the page out of the corpus',
  };
}

interface RunningCheck {
  readonly rule: Rule;
  addPage(page: CheckedPage): void;
  finish(): readonly Problem[];
}

/** One rule at work, whether it looks at one page at a time or at all of them. */
function begin(rule: Rule, corpus: Corpus): RunningCheck {
  const problems: Problem[] = [];
  if ('check' in rule) {
    return {
      rule,
      addPage(page) {
        // Not all at once: a call takes no more than some 100,000 arguments.
        for (const finding of rule.check(page)) problems.push(pageProblem(rule.name, finding, page, corpus));
      },
      finish: () => problems,
    };
  }
  const check = rule.begin(corpus);
  return {
    rule,
    addPage: (page) => check.addPage(page),
    finish: () =>
      check.finish().map((finding) => {
        const file = 'page' in finding ? fileOf(corpus, finding.page) : manifestOf(corpus);
        return { code: rule.name, file, ...finding };
      }),
  };
}

function pageProblem(
  code: RuleName,
  { path, ...finding }: PageFinding,
  { page, places }: CheckedPage,
  corpus: Corpus,
): Problem {
  const place = path && places?.get(path);
  return { code, file: fileOf(corpus, page.id), ...place, ...(path && { path }), ...finding, page: page.id };
}

/** The file that holds the gold of a page; in a dataset, the page by its identifier. */
function fileOf({ folder, name }: Corpus, page: string): string {
  return folder === undefined ? `${name}:${page}` : readablePath(join(folder, 'pages', page, 'gold.yaml'));
}

function manifestOf({ folder, name }: Corpus): string {
  return folder === undefined ? name : readablePath(join(folder, 'corpus.yaml'));
}

function countOf(
  rule: RuleName,
  problems: readonly Problem[],
  exceptions: Exceptions,
): { readonly kept: readonly Problem[]; readonly count: RuleCount } {
  const kept = problems.filter((problem) => !exceptions.cover(problem));
  const pages = new Set(kept.map(({ page, site }) => page ?? site)).size;
  return { kept, count: { rule, problems: kept.length, pages, excepted: problems.length - kept.length } };
}

/** The exceptions, and which of them were needed. */
class Exceptions {
  readonly #all: readonly Exception[];
  readonly #needed = new Set<Exception>();

  constructor(all: readonly Exception[]) {
    this.#all = all;
  }

  cover({ code, page, site }: Problem): boolean {
    const covering = this.#all.filter(({ rule, subject }) => rule === code && subject === (page ?? site));
    for (const exception of covering) this.#needed.add(exception);
    return covering.length > 0;
  }

  unused(rules: readonly Rule[]): Exception[] {
    const ran = new Set<string>(rules.map(({ name }) => name));
    return this.#all.filter((exception) => ran.has(exception.rule) && !this.#needed.has(exception));
  }
}
