import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { checkCorpus } from '../check/check-corpus.ts';
import type { RuleCount } from '../check/check-corpus.ts';
import { checkLabelFiles, checkSecondGold } from '../check/label-files.ts';
import { RULES } from '../check/register.ts';
import type { Rule } from '../check/rule.ts';
import type { NamedOpening } from '../config/open-corpora.ts';
import { readExceptions, unusedException } from '../corpus/exceptions.ts';
import type { OpenedCorpus } from '../corpus/opened-corpus.ts';
import { pageGlob } from '../corpus/page-glob.ts';
import { MOST_YAML_BYTES } from '../model/limits.ts';
import type { Corpus } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import { AssayError } from '../util/error.ts';
import { refuseUnfit } from '../util/read-input.ts';
import { readablePath } from '../util/readable-path.ts';

/** What of corpora is checked. */
export interface CheckSettings {
  /** Only pages whose identifier or site this glob matches. Default: all. */
  readonly pages?: string | undefined;
  /** The file of faults that may stay; of one corpus only. Default: `exceptions.yaml` in the folder of a corpus. */
  readonly exceptions?: string | undefined;
  /** Called after each page, with how many there are of all corpora. */
  readonly onPage?: ((page: string, pages: number) => void) | undefined;
}

/** A corpus that was checked. */
export interface CheckedCorpus {
  /** As the user named it. */
  readonly corpus: string;
  readonly pages: number;
  /** Those of the files first, then those that rules found, then exceptions that are not needed. */
  readonly problems: readonly Problem[];
  readonly rules: readonly RuleCount[];
}

/**
 * Lists everything that is wrong with corpora, as `assay corpus check` does: with their files, and by the rules.
 *
 * @throws AssayError `usage` for a glob that matches no page, and for exceptions of several corpora; `bad-input` for
 * exceptions that cannot be read.
 */
export async function checkCorpora(
  openings: readonly NamedOpening[],
  rules: readonly Rule[],
  { pages, exceptions, onPage }: CheckSettings = {},
): Promise<CheckedCorpus[]> {
  const chosen = openings.map(({ source, opened }) => ({
    source,
    opened: pages === undefined ? opened : onlyPages(opened, pages),
  }));
  if (pages !== undefined && chosen.every(({ opened }) => countPages(opened) === 0))
    throw new AssayError('usage', `--pages "${pages}" matches no page; "assay corpus list" names them`);
  if (exceptions !== undefined && chosen.length > 1) {
    throw new AssayError(
      'usage',
      `--exceptions is for one corpus, not for ${chosen.length}; name one of them`,
    );
  }
  const total = chosen.reduce((sum, { opened }) => sum + (soundPages(opened)?.pages.length ?? 0), 0);
  const results: CheckedCorpus[] = [];
  for (const { source, opened } of chosen) {
    const checked = await checkOne(opened, rules, {
      exceptions,
      isWhole: pages === undefined,
      onPage: (page) => onPage?.(page, total),
    });
    results.push({ corpus: source, pages: countPages(opened), ...checked });
  }
  return results;
}

/** What a glob leaves of a corpus: its pages, and the problems of their files; rules compare them with each other only. */
function onlyPages(opened: OpenedCorpus, glob: string): OpenedCorpus {
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
    return { status: 'ok', corpus: sound!, ...(todos.length > 0 && { todos }) };
  }
  const problems = ofPages(opened.problems);
  const faulty = new Set(problems.map(({ file }) => file)).size;
  return { ...opened, problems, pages: (sound?.pages.length ?? 0) + faulty, ...(sound && { sound }) };
}

/** The pages that can be checked: all, or those that the reader found no problem in. */
function soundPages(opened: OpenedCorpus): Corpus | undefined {
  return opened.status === 'ok' ? opened.corpus : opened.sound;
}

/** Page folders found, faulty or not. */
function countPages(opened: OpenedCorpus): number {
  if (opened.status === 'faulty') return opened.pages;
  const { pages, unfinished = [] } = opened.corpus;
  return pages.length + unfinished.length;
}

async function checkOne(
  opened: OpenedCorpus,
  rules: readonly Rule[],
  options: {
    readonly exceptions: string | undefined;
    readonly isWhole: boolean;
    readonly onPage: (page: string) => void;
  },
): Promise<Pick<CheckedCorpus, 'problems' | 'rules'>> {
  const { isWhole, onPage } = options;
  const corpus = soundPages(opened);
  const { exceptions, problems } = await findExceptions(corpus?.folder, options.exceptions);
  const read = opened.status === 'ok' ? (opened.todos ?? []) : opened.problems;
  if (corpus === undefined) return { problems: [...read, ...problems], rules: [] };
  const ofLabels = [
    ...(isWhole ? await checkLabelFiles(corpus.labelFiles ?? []) : []),
    ...(await checkSecondGold(corpus)),
  ];
  const today = new Date().toISOString().slice(0, 10);
  const result = await checkCorpus(corpus, { rules, exceptions, today, onPage });
  // An exception for a page that was not looked at may be needed.
  const unused = isWhole && opened.status === 'ok' && opened.todos === undefined ? result.unused : [];
  return {
    problems: [...read, ...ofLabels, ...problems, ...result.problems, ...unused.map(unusedException)],
    rules: result.rules,
  };
}

/** Reads the exceptions file that was named, else the one beside the pages; none if that does not exist. */
async function findExceptions(
  folder: string | undefined,
  named: string | undefined,
): Promise<ReturnType<typeof readExceptions>> {
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
    RULES.map(({ name }) => name),
  );
}
