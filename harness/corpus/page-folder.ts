import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ForeignBytes } from './foreign-bytes.ts';
import { MOST_GOLD_BYTES } from '../model/limits.ts';
import type { Media } from '../model/page.ts';
import type { Finding, Problem, ProblemCode } from '../model/problem.ts';
import { readablePath } from '../util/readable-path.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { foldedName, folderName, isFolderName } from '../util/folder-names.ts';
import { filesBelow } from '../util/files-below.ts';

/** A folder `pages/<site>/<page>` and what was found in it. */
export interface PageFolder {
  /** `site/page`. */
  readonly id: string;
  readonly site: string;
  /** Absent where the folder has no gold. */
  readonly goldFile?: string;
  /** A second label of the page, where it has one. */
  readonly secondFile?: string;
  /** Absent where there is not exactly one. */
  readonly page?: { readonly file: string; readonly media: Media };
  readonly problems: readonly Problem[];
}

const MEDIA: ReadonlyMap<string, Media> = new Map([
  ['page.html', 'html'],
  ['page.txt', 'text'],
]);
const GOLD = 'gold.yaml';

/** The name of a second label of a page. */
export const SECOND_GOLD = 'gold.second.yaml';

/**
 * Finds the page folders of a corpus, sorted by identifier (code units), each with what is wrong with its files: it
 * must hold exactly one raw page and its gold, and may hold a second label. Files that begin with a dot are not looked at.
 */
export async function findPageFolders(directory: string): Promise<PageFolder[]> {
  const pages = join(directory, 'pages');
  const { folders, files, dangling, repeated, strange } = await filesBelow(pages, undefined, directory);
  const ids = folders.filter((path) => depthOf(path) === 2).toSorted(compareCodeUnits);
  const filesOf = groupByPage(files);
  const links = groupByPage([...dangling, ...repeated, ...strange.map(({ path }) => path)]);
  const misnamed = nameFaults(folders);
  const strangeAt = new Map(strange.map(({ path, found }) => [path, found]));
  return ids.map((id) => {
    const problems = [...(links.get(id) ?? [])].map((name) => {
      const found = strangeAt.get(`${id}/${name}`);
      const path = join(pages, id, name);
      return found === undefined
        ? linkProblem(path, dangling.includes(`${id}/${name}`))
        : strangeProblem(path, found);
    });
    const folder = toPageFolder(
      join(pages, id),
      id,
      filesOf.get(id) ?? new Set(),
      links.get(id) ?? new Set(),
    );
    const fault = misnamed.get(id);
    const ofName = fault === undefined ? [] : [fileProblem(join(pages, id), fault)];
    return { ...folder, problems: [...ofName, ...folder.problems, ...problems] };
  });
}

/**
 * A problem for every file or faulty link that stands in `pages/` or in the folder of a site, where nothing is looked
 * for, for a site whose folder has a name that it cannot have everywhere, and for a file of the corpus itself under a name
 * that is not read.
 */
export async function findStrayFiles(directory: string): Promise<Problem[]> {
  const pages = join(directory, 'pages');
  const { folders, files, dangling, repeated, strange } = await filesBelow(pages, undefined, directory);
  const isStray = (path: string): boolean => depthOf(path) <= 2;
  return [
    ...(await findMisnamed(directory)),
    ...[...nameFaults(folders.filter((path) => depthOf(path) === 1))].map(([site, fault]) =>
      fileProblem(join(pages, site), fault),
    ),
    ...files.filter(isStray).map((file) => fileProblem(join(pages, file), MISPLACED)),
    ...strange
      .filter(({ path }) => isStray(path))
      .map(({ path, found }) => strangeProblem(join(pages, path), found)),
    ...dangling.filter(isStray).map((link) => linkProblem(join(pages, link), true)),
    ...repeated.filter(isStray).map((link) => linkProblem(join(pages, link), false)),
  ];
}

/** Files beside `pages/` that are not read, because they have another ending than those that are. */
async function findMisnamed(directory: string): Promise<Problem[]> {
  const names = await readdir(directory).catch((): string[] => []);
  return names.toSorted(compareCodeUnits).flatMap((name) => {
    const [, stem] = /^(corpus|exceptions)\.ya?ml$/iu.exec(name) ?? [];
    const right = stem && `${stem.toLowerCase()}.yaml`;
    if (right === undefined || name === right) return [];
    const fix = names.includes(right) ? `remove it; ${right} is read` : `rename it to ${right}`;
    const expected = 'corpus.yaml and exceptions.yaml beside pages/';
    return [fileProblem(directory, { found: `the file "${name}", which is not read`, expected, fix })];
  });
}

/** What is wrong with the names of folders of sites and pages, by their paths below `pages/`. */
function nameFaults(folders: readonly string[]): ReadonlyMap<string, Finding> {
  const first = new Map<string, string>();
  const faults = new Map<string, Finding>();
  for (const path of folders.filter((each) => depthOf(each) <= 2)) {
    const [name = '', parent = ''] = path.split('/').toReversed();
    const folded = `${parent}/${foldedName(name)}`;
    const twin = first.get(folded);
    if (!isFolderName(name)) {
      const found = `the folder name ${JSON.stringify(name)}`;
      faults.set(path, {
        ...IMPOSSIBLE_NAME,
        found,
        fix: `rename it to ${folderName(name, parent === '' ? 'site' : 'page')}`,
      });
    } else if (twin !== undefined) {
      faults.set(path, { ...TWIN_NAME, found: `the folder "${name}" beside "${twin}"` });
    } else first.set(folded, name);
  }
  return faults;
}

function depthOf(path: string): number {
  return path.split('/').length;
}

/** What lies in page folders, by the page's identifier: paths from there. */
function groupByPage(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const grouped = new Map<string, Set<string>>();
  for (const path of paths) {
    const [site, page, ...rest] = path.split('/');
    const id = `${site}/${page}`;
    if (rest.length > 0) grouped.set(id, (grouped.get(id) ?? new Set()).add(rest.join('/')));
  }
  return grouped;
}

function toPageFolder(
  folder: string,
  id: string,
  found: ReadonlySet<string>,
  links: ReadonlySet<string>,
): PageFolder {
  const pages = [...MEDIA].filter(([name]) => found.has(name));
  const [page] = pages;
  const strays = [...found]
    .filter((name) => name !== GOLD && name !== SECOND_GOLD && !MEDIA.has(name))
    .toSorted();
  const meant = new Set<string>();
  const problems = strays.map((name) => {
    const right = rightName(name);
    if (right === undefined || found.has(right)) return fileProblem(folder, STRAY, `the file "${name}"`);
    meant.add(right);
    return fileProblem(folder, { ...STRAY, fix: `rename it to ${right}` }, `the file "${name}"`);
  });
  if (pages.length > 1) problems.push(fileProblem(folder, TWO_PAGES));
  // Of a link that leads nowhere and a file to be renamed the own problem says more.
  const isLinked = [...MEDIA.keys()].some((name) => links.has(name) || meant.has(name));
  if (page === undefined && !isLinked) problems.push(fileProblem(folder, NO_PAGE));
  if (!found.has(GOLD) && !links.has(GOLD) && !meant.has(GOLD)) problems.push(fileProblem(folder, NO_GOLD));
  const site = id.slice(0, id.indexOf('/'));
  return {
    id,
    site,
    problems,
    ...(found.has(GOLD) && { goldFile: join(folder, GOLD) }),
    ...(found.has(SECOND_GOLD) && { secondFile: join(folder, SECOND_GOLD) }),
    ...(page !== undefined &&
      pages.length === 1 && { page: { file: join(folder, page[0]), media: page[1] } }),
  };
}

/** What a file was probably meant to be called; undefined where nobody can say. */
function rightName(name: string): string | undefined {
  if (/^page\.x?html?$/iu.test(name)) return 'page.html';
  if (/^page\.te?xt$/iu.test(name)) return 'page.txt';
  if (/^gold\.second\.ya?ml$/iu.test(name)) return SECOND_GOLD;
  return /^gold\.ya?ml$/iu.test(name) ? GOLD : undefined;
}

const EXPECTED =
  'page.html or page.txt, gold.yaml, gold.second.yaml if there is a second label, and nothing else';
const STRAY: Finding = { found: '', expected: EXPECTED, fix: 'move the file out of the corpus' };
const MISPLACED: Finding = {
  found: 'a file outside of any page folder',
  expected: 'pages/<site>/<page>/ for every page',
  fix: 'move it into the folder of its page, or out of the corpus',
};
const IMPOSSIBLE_NAME = {
  expected: 'a name that a folder can have everywhere: letters, digits, ".", "_" and "-"',
};
const TWIN_NAME = {
  expected: 'names that differ in more than case, because on macOS and Windows they are one folder',
  fix: 'give one of them another name, or put what is in them into one',
};
const TWO_PAGES: Finding = {
  found: 'both page.html and page.txt',
  expected: EXPECTED,
  fix: 'make two pages of them, each in a folder of its own',
};
const NO_PAGE: Finding = {
  found: 'no raw page',
  expected: EXPECTED,
  fix: 'put the page there as it came, byte for byte',
};
const NO_GOLD: Finding = {
  found: 'no gold.yaml',
  expected: EXPECTED,
  fix: 'label the page as corpus/README.md says, or take the folder away',
};

function fileProblem(folder: string, finding: Finding, found: string = finding.found): Problem {
  return { code: 'page-files', file: readablePath(folder), ...finding, found };
}

/** The problem of a file in another encoding: it would be read without complaint, with other letters. */
export function notUtf8(code: ProblemCode, file: string, expected: string, fix: string): Problem {
  return { code, file: readablePath(file), found: 'bytes that are not UTF-8', expected, fix };
}

/** The problem of a page whose bytes are no text. */
export function notText(file: string, { looksLike, fix }: ForeignBytes): Problem {
  const expected = 'HTML, or plain text in UTF-8';
  return {
    code: 'page-files',
    file: readablePath(file),
    found: `bytes that look like ${looksLike}`,
    expected,
    fix,
  };
}

/** The problem of gold that is longer than any, which is not read. */
export function tooMuchGold(file: string, size: number): Problem {
  return {
    code: 'page-files',
    file: readablePath(file),
    found: `${size} bytes of gold, which were not read`,
    expected: `at most ${MOST_GOLD_BYTES} bytes`,
    fix: 'label the article alone, or take the page out of the corpus',
  };
}

/** The problem of what is not read: a link that leads out of the corpus, a named pipe, a device. */
export function strangeProblem(path: string, found: string): Problem {
  return {
    code: 'page-files',
    file: readablePath(path),
    found,
    expected: 'files and folders, or links to what is in the corpus',
    fix: 'put the file itself there, or remove it',
  };
}

/** The problem of a link behind which nothing is looked at: it leads nowhere, or to a folder that is there without it. */
export function linkProblem(link: string, isDangling: boolean): Problem {
  return {
    code: 'page-files',
    file: readablePath(link),
    found: isDangling ? 'a link that leads nowhere' : 'a link to a folder that the corpus holds without it',
    expected: 'files and folders, or links to what is not in the corpus yet',
    fix: isDangling ? 'correct the link, or remove it' : 'remove the link',
  };
}
