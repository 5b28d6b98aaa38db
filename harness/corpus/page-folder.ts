import { join } from 'node:path';
import fastGlob from 'fast-glob';
import type { Media } from '../model/page.ts';
import type { Finding, Problem, ProblemCode } from '../model/problem.ts';
import { readablePath } from '../util/readable-path.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';

/** A folder `pages/<site>/<page>` and what was found in it. */
export interface PageFolder {
  /** `site/page`. */
  readonly id: string;
  readonly site: string;
  /** Absent where the folder has no gold. */
  readonly goldFile?: string;
  /** Absent where there is not exactly one. */
  readonly page?: { readonly file: string; readonly media: Media };
  readonly problems: readonly Problem[];
}

const MEDIA: ReadonlyMap<string, Media> = new Map([
  ['page.html', 'html'],
  ['page.txt', 'text'],
]);
const GOLD = 'gold.yaml';

/**
 * Finds the page folders of a corpus, sorted by identifier (code units), each with what is wrong with its files: it
 * must hold exactly one raw page and its gold. Files that begin with a dot are not looked at.
 */
export async function findPageFolders(directory: string): Promise<PageFolder[]> {
  const options = { cwd: join(directory, 'pages'), dot: false };
  const [folders, files] = await Promise.all([
    fastGlob('*/*', { ...options, onlyDirectories: true }),
    fastGlob('*/*/**', { ...options, onlyFiles: true }),
  ]);
  const filesOf = new Map(folders.map((id) => [id, new Set<string>()]));
  for (const file of files) {
    const [site, page, ...rest] = file.split('/');
    filesOf.get(`${site}/${page}`)?.add(rest.join('/'));
  }
  return [...filesOf]
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([id, found]) => toPageFolder(join(directory, 'pages', id), id, found));
}

/** A problem for every file that stands in `pages/` or in the folder of a site, where nothing is looked for. */
export async function findStrayFiles(directory: string): Promise<Problem[]> {
  const pages = join(directory, 'pages');
  const files = await fastGlob(['*', '*/*'], { cwd: pages, dot: false, onlyFiles: true });
  return files.toSorted().map((file) => fileProblem(join(pages, file), MISPLACED));
}

function toPageFolder(folder: string, id: string, found: ReadonlySet<string>): PageFolder {
  const pages = [...MEDIA].filter(([name]) => found.has(name));
  const [page] = pages;
  const strays = [...found].filter((name) => name !== GOLD && !MEDIA.has(name)).toSorted();
  const problems = strays.map((name) => fileProblem(folder, STRAY, `the file "${name}"`));
  if (pages.length > 1) problems.push(fileProblem(folder, TWO_PAGES));
  if (page === undefined) problems.push(fileProblem(folder, NO_PAGE));
  if (!found.has(GOLD)) problems.push(fileProblem(folder, NO_GOLD));
  const site = id.slice(0, id.indexOf('/'));
  return {
    id,
    site,
    problems,
    ...(found.has(GOLD) && { goldFile: join(folder, GOLD) }),
    ...(page !== undefined &&
      pages.length === 1 && { page: { file: join(folder, page[0]), media: page[1] } }),
  };
}

const EXPECTED = 'page.html or page.txt, and gold.yaml, and nothing else';
const STRAY: Finding = { found: '', expected: EXPECTED, fix: 'move the file out of the corpus' };
const MISPLACED: Finding = {
  found: 'a file outside of any page folder',
  expected: 'pages/<site>/<page>/ for every page',
  fix: 'move it into the folder of its page, or out of the corpus',
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
