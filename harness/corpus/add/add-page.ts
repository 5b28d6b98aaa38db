import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AssayError } from '../../util/error.ts';
import { FolderNames, foldedName, folderName } from '../../util/folder-names.ts';
import { writeOptions } from '../format-corpus.ts';
import { manifestText } from '../manifest.ts';
import { toOneLine } from '../../util/printable.ts';
import { makeFolder } from '../../util/write-whole.ts';
import { readablePath } from '../../util/readable-path.ts';
import type { NewPage } from './start-gold.ts';
import { startGold } from './start-gold.ts';
import { pathExists } from '../../util/path-exists.ts';

/** Where a page goes. */
export interface PageHome {
  /** Folder of the corpus; made if it is not there. */
  readonly corpus: string;
  /** Folder of the site. */
  readonly site: string;
  /** Folder of the page. Default: what the page suggests, with a number behind it where that is taken. */
  readonly page?: string;
}

/** A page that was added. */
export interface AddedPage {
  /** `site/page`. */
  readonly id: string;
  readonly goldFile: string;
  /** Blocks to be labelled. */
  readonly todos: number;
  /** Keys of the head to be filled in. */
  readonly keys: number;
}

/**
 * Puts a page into a native corpus, its bytes untouched, with a `gold.yaml` that is begun. What is there already is
 * never touched.
 *
 * @throws AssayError `usage` for names that no folder can have, or a page that is there already, by its name or byte for byte, or for a site that is there already in other case.
 */
export async function addPage(page: NewPage, { corpus, site, page: name }: PageHome): Promise<AddedPage> {
  checkName(site, 'site');
  if (name !== undefined) checkName(name, 'page');
  const pages = join(corpus, 'pages', site);
  const sites = await namesIn(join(corpus, 'pages'));
  const twinSite = sites.find((each) => each !== site && foldedName(each) === foldedName(site));
  if (twinSite !== undefined) throw new AssayError('usage', sameFolder(site, twinSite));
  const taken = await namesIn(pages);
  if (name !== undefined && taken.some((each) => foldedName(each) === foldedName(name)))
    throw new AssayError('usage', alreadyThere(pages, name));
  const twin = await findTwin(await pagesIn(pages), page.bytes);
  if (twin !== undefined)
    throw new AssayError('usage', `${readablePath(twin)} is this page already, byte for byte`);
  const id = name ?? freeName(page.suggestedName, taken);
  const gold = startGold(page, await writeOptions(corpus));
  const folder = join(pages, id);
  await makeFolder(folder, async (beside) => {
    await writeFile(join(beside, page.media === 'html' ? 'page.html' : 'page.txt'), page.bytes);
    await writeFile(join(beside, 'gold.yaml'), gold.text);
  });
  await describeCorpus(corpus);
  return {
    id: `${site}/${id}`,
    goldFile: readablePath(join(folder, 'gold.yaml')),
    todos: gold.todos,
    keys: gold.keys,
  };
}

/** The folders of the pages of a site. */
async function pagesIn(site: string): Promise<string[]> {
  const isThere = await pathExists(site);
  return isThere ? (await readdir(site)).toSorted().map((page) => join(site, page)) : [];
}

/** The page that has these bytes. */
async function findTwin(folders: readonly string[], bytes: Uint8Array): Promise<string | undefined> {
  for (const folder of folders) {
    for (const name of ['page.html', 'page.txt']) {
      const file = join(folder, name);
      const found = await stat(file).catch(() => undefined);
      if (found?.size === bytes.length && (await readFile(file)).equals(bytes)) return file;
    }
  }
  return undefined;
}

/** A corpus says what it is called. */
async function describeCorpus(corpus: string): Promise<void> {
  const name = toOneLine(basename(resolve(corpus)));
  const isDescribed = name === '' || (await pathExists(join(corpus, 'corpus.yaml')));
  if (!isDescribed) await writeFile(join(corpus, 'corpus.yaml'), manifestText({ name }));
}

/** A name that a user gave is taken as it is or not at all, so that no page gets out of its corpus. */
function checkName(name: string, what: 'site' | 'page'): void {
  const safe = folderName(name, what);
  if (safe === name) return;
  throw new AssayError(
    'usage',
    `--${what} ${JSON.stringify(name)} cannot be the name of a folder everywhere: it takes letters, digits, ".", "_" and "-"; e.g. ${safe}`,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  const isThere = await pathExists(folder);
  return isThere ? readdir(folder) : [];
}

function freeName(suggested: string, taken: readonly string[]): string {
  const names = new FolderNames();
  for (const name of taken) names.take(name, 'page');
  return names.take(suggested, 'page');
}

function sameFolder(site: string, twin: string): string {
  return `--site ${site} is the folder of the site ${twin} on macOS and Windows; write --site ${twin}, or another name`;
}

function alreadyThere(pages: string, name: string): string {
  return `there is a page ${readablePath(join(pages, name))} already, and it stays; give the new one another name with --page`;
}
