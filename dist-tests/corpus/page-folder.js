import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { readablePath } from "../util/readable-path.js";
import { compareCodeUnits } from "../util/compare-code-units.js";
const MEDIA = new Map([
    ['page.html', 'html'],
    ['page.txt', 'text'],
]);
const GOLD = 'gold.yaml';
/**
 * Finds the page folders of a corpus, sorted by identifier (code units), each with what is wrong with its files: it
 * must hold exactly one raw page and its gold. Files that begin with a dot are not looked at.
 */
export async function findPageFolders(directory) {
    const options = { cwd: join(directory, 'pages'), dot: false };
    const [folders, files] = await Promise.all([
        fastGlob('*/*', { ...options, onlyDirectories: true }),
        fastGlob('*/*/**', { ...options, onlyFiles: true }),
    ]);
    const filesOf = new Map(folders.map((id) => [id, new Set()]));
    for (const file of files) {
        const [site, page, ...rest] = file.split('/');
        filesOf.get(`${site}/${page}`)?.add(rest.join('/'));
    }
    return [...filesOf]
        .toSorted(([a], [b]) => compareCodeUnits(a, b))
        .map(([id, found]) => toPageFolder(join(directory, 'pages', id), id, found));
}
/** A problem for every file that stands in `pages/` or in the folder of a site, where nothing is looked for. */
export async function findStrayFiles(directory) {
    const pages = join(directory, 'pages');
    const files = await fastGlob(['*', '*/*'], { cwd: pages, dot: false, onlyFiles: true });
    return files.toSorted().map((file) => fileProblem(join(pages, file), MISPLACED));
}
function toPageFolder(folder, id, found) {
    const pages = [...MEDIA].filter(([name]) => found.has(name));
    const [page] = pages;
    const strays = [...found].filter((name) => name !== GOLD && !MEDIA.has(name)).toSorted();
    const problems = strays.map((name) => fileProblem(folder, STRAY, `the file "${name}"`));
    if (pages.length > 1)
        problems.push(fileProblem(folder, TWO_PAGES));
    if (page === undefined)
        problems.push(fileProblem(folder, NO_PAGE));
    if (!found.has(GOLD))
        problems.push(fileProblem(folder, NO_GOLD));
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
const STRAY = { found: '', expected: EXPECTED, mend: 'move the file out of the corpus' };
const MISPLACED = {
    found: 'a file outside of any page folder',
    expected: 'pages/<site>/<page>/ for every page',
    mend: 'move it into the folder of its page, or out of the corpus',
};
const TWO_PAGES = {
    found: 'both page.html and page.txt',
    expected: EXPECTED,
    mend: 'make two pages of them, each in a folder of its own',
};
const NO_PAGE = {
    found: 'no raw page',
    expected: EXPECTED,
    mend: 'put the page there as it came, byte for byte',
};
const NO_GOLD = {
    found: 'no gold.yaml',
    expected: EXPECTED,
    mend: 'label the page as corpus/README.md says, or take the folder away',
};
function fileProblem(folder, finding, found = finding.found) {
    return { code: 'page-files', file: readablePath(folder), ...finding, found };
}
