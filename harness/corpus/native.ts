import { isUtf8 } from 'node:buffer';
import { basename, join, resolve } from 'node:path';
import { AssayError } from '../util/error.ts';
import type { Gold } from '../model/gold.ts';
import type { Corpus, LabelledPage, PageReference, Slices } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import { CorpusDigest } from './opened-corpus.ts';
import type { OpenedCorpus } from './opened-corpus.ts';
import { readGoldFile } from './gold-file.ts';
import { signatureOf } from './foreign-bytes.ts';
import { findPageFolders, findStrayFiles, notText, notUtf8 } from './page-folder.ts';
import type { PageFolder } from './page-folder.ts';
import { isFile, isFolder, pathExists } from '../util/path-exists.ts';
import type { GoldReading } from '../gold/read-gold.ts';
import { digestBytes, readAtMost } from '../util/read-at-most.ts';
import type { BoundedFile } from '../util/read-at-most.ts';
import { readOptionalInput, unreadableFile } from '../util/read-input.ts';
import { MOST_GOLD_BYTES, MOST_PAGE_BYTES, MOST_YAML_BYTES } from '../model/limits.ts';
import { pageBytes } from './page-bytes.ts';
import { readablePath } from '../util/readable-path.ts';
import { readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';

/** So many bytes of gold files are kept as they were read when the corpus was opened; gold behind them is read again. */
const MOST_KEPT_BYTES = 2 ** 23;

/** What a page and its gold were when the digest of the corpus was made. */
interface OpenedPage {
  readonly state: string;
  readonly reading?: GoldReading;
}

/**
 * Opens a corpus in Assay's own format: `corpus.yaml` (which may be absent: the corpus is then called like its
 * folder) and `pages/<site>/<page>/{page.html or page.txt, gold.yaml}`. Every gold file is read once here, so that
 * all problems of all pages are known in one go, and kept as far as `MOST_KEPT_BYTES` allows; bytes are not held. A page
 * whose label is begun is left out: what is left to do there is no fault of the others.
 *
 * @throws AssayError `bad-input` if there is no such folder, no page in it, or a file that cannot be read.
 */
export async function openNativeCorpus(directory: string): Promise<OpenedCorpus> {
  const folders = await findPageFolders(directory);
  if (folders.length === 0) throw await nothingThere(directory);
  const { manifest, problems: manifestProblems } = await readCorpusManifest(directory, folders);
  const problems: Problem[] = [...manifestProblems, ...(await findStrayFiles(directory))];
  const digest = new CorpusDigest();
  const pages: PageReference[] = [];
  const opened = new Map<string, OpenedPage>();
  let keptBytes = 0;
  let onlySegments = 0;
  const todos: Problem[] = [];
  const unfinished: string[] = [];
  for (const { id, site, page, goldFile, problems: fileProblems } of folders) {
    const goldBytes = goldFile === undefined ? undefined : read(goldFile, MOST_GOLD_BYTES);
    const pageFile = page === undefined ? undefined : read(page.file, MOST_PAGE_BYTES);
    const before = problems.length;
    problems.push(...fileProblems);
    const reading = goldFile && goldBytes ? readGoldFile(goldFile, goldBytes) : undefined;
    if (page && pageFile) problems.push(...bytesProblems(page, pageFile));
    const isBegun = reading?.problems.some(({ code }) => code !== 'todo-left') === false && !reading.gold;
    (isBegun ? todos : problems).push(...(reading?.problems ?? []));
    if (isBegun) unfinished.push(id);
    if (page && pageFile && goldBytes && reading?.gold && problems.length === before) {
      digest.addPage(id, digestBytes(pageFile), goldBytes.bytes);
      keptBytes += goldBytes.size;
      const isKept = keptBytes <= MOST_KEPT_BYTES;
      opened.set(id, { state: stateOf(id, pageFile, goldBytes), ...(isKept && { reading }) });
      pages.push({ id, site, media: page.media, slices: slicesOf(reading.gold, manifest, site) });
      if (reading.gold.body === undefined) onlySegments++;
    }
  }
  const gold = onlySegments > pages.length / 2 ? 'segments' : 'text';
  const found = {
    digest: digest.toHex(),
    gold,
    pages,
    ...(unfinished.length > 0 && { unfinished }),
  } as const;
  const corpus = toCorpus(directory, manifest, found, opened);
  if (problems.length > 0)
    return { status: 'faulty', problems: [...problems, ...todos], pages: folders.length, sound: corpus };
  return { status: 'ok', corpus, ...(todos.length > 0 && { todos }) };
}

function toCorpus(
  directory: string,
  { name, version, licence }: Manifest,
  found: Pick<Corpus, 'digest' | 'gold' | 'pages' | 'unfinished'>,
  opened: ReadonlyMap<string, OpenedPage>,
): Corpus {
  return {
    name: name ?? basename(resolve(directory)),
    ...(version === undefined ? {} : { version }),
    ...(licence === undefined ? {} : { licence }),
    ...found,
    folder: directory,
    read: (reference) =>
      readPage(join(directory, 'pages', reference.id), reference, opened.get(reference.id)),
  };
}

/**
 * Reads one page of a corpus in Assay's own format without opening the others, for those who know that it is there. Nobody
 * has compared the page with a digest then.
 *
 * @returns undefined where the folder holds no such page
 * @throws AssayError `bad-input` for gold with a problem; `assay corpus check` names all of them.
 */
export async function readNativePage(directory: string, id: string): Promise<LabelledPage | undefined> {
  const folder = join(directory, 'pages', id);
  const goldFile = join(folder, 'gold.yaml');
  const media = (await isFile(join(folder, 'page.html'))) ? 'html' : 'text';
  const file = join(folder, media === 'html' ? 'page.html' : 'page.txt');
  if (!(await isFile(goldFile)) || !(await isFile(file))) return undefined;
  const reading = readGoldFile(goldFile, read(goldFile, MOST_GOLD_BYTES));
  if (reading.gold === undefined) {
    throw new AssayError(
      'bad-input',
      `${readablePath(goldFile)} has problems; assay corpus check names them`,
    );
  }
  const [site = ''] = id.split('/');
  const { gold, places } = reading;
  const reference = { id, site, media, slices: slicesOf(gold, {}, site) } as const;
  return { ...toLabelled(reference, read(file, MOST_PAGE_BYTES), gold), places };
}

/** @throws AssayError `bad-input` if it is not what it was: its figures would stand under a digest that is another's. */
async function readPage(
  folder: string,
  reference: PageReference,
  opened: OpenedPage | undefined,
): Promise<LabelledPage> {
  const goldFile = join(folder, 'gold.yaml');
  const file = join(folder, reference.media === 'html' ? 'page.html' : 'page.txt');
  const page = readAgain(file, MOST_PAGE_BYTES);
  const source = readAgain(goldFile, MOST_GOLD_BYTES);
  if (stateOf(reference.id, page, source) !== opened?.state) throw changed(folder);
  const reading = opened.reading ?? readGoldFile(goldFile, source);
  if (reading.gold === undefined) throw changed(folder);
  const { gold, places } = reading;
  return { ...toLabelled(reference, page, gold), places };
}

function toLabelled(reference: PageReference, file: BoundedFile, gold: Gold): LabelledPage {
  const { url, response } = gold.about;
  return {
    page: {
      ...reference,
      ...pageBytes(file),
      ...(url === undefined ? {} : { url }),
      ...(response?.type === undefined ? {} : { contentType: response.type }),
    },
    gold,
  };
}

/** @throws AssayError `bad-input` */
function read(file: string, most: number): BoundedFile {
  try {
    return readAtMost(file, most);
  } catch (cause) {
    throw cause instanceof AssayError ? cause : unreadableFile(file, cause);
  }
}

function readAgain(file: string, most: number): BoundedFile {
  try {
    return readAtMost(file, most);
  } catch (cause) {
    throw changed(file, cause);
  }
}

function changed(path: string, cause?: unknown): AssayError {
  const fix = 'begin again, and leave the corpus as it is meanwhile';
  const message = `${readablePath(path)} was changed since the corpus was opened; ${fix}`;
  return new AssayError('bad-input', message, { cause });
}

/** A page with its gold, as one digest. */
function stateOf(id: string, page: BoundedFile, gold: BoundedFile): string {
  const digest = new CorpusDigest();
  digest.addPage(id, digestBytes(page), digestBytes(gold));
  return digest.toHex();
}

async function readCorpusManifest(
  directory: string,
  folders: readonly PageFolder[],
): Promise<{ manifest: Manifest; problems: readonly Problem[] }> {
  const file = join(directory, 'corpus.yaml');
  const source = (await readOptionalInput(file, MOST_YAML_BYTES))?.toString('utf8');
  if (source === undefined) return { manifest: {}, problems: [] };
  return readManifest(source, readablePath(file), new Set(folders.map((folder) => folder.site)));
}

/** A page is no file of another sort, and one of plain text is UTF-8 by definition. Any other bytes cost their own page alone. */
function bytesProblems({ file, media }: NonNullable<PageFolder['page']>, pageFile: BoundedFile): Problem[] {
  const { bytes } = pageBytes(pageFile);
  const foreign = signatureOf(bytes);
  if (foreign !== undefined) return [notText(file, foreign)];
  if (media === 'html' || isUtf8(bytes)) return [];
  const fix = 'save the page in UTF-8, before it is labelled';
  return [notUtf8('page-files', file, 'plain text in UTF-8', fix)];
}

function slicesOf({ about }: Gold, { splitOf }: Manifest, site: string): Slices {
  const { kind, language, traits } = about;
  return {
    traits,
    ...(kind === undefined ? {} : { kind }),
    ...(language === undefined ? {} : { language }),
    ...(splitOf === undefined ? {} : { split: splitOf.get(site) ?? 'dev' }),
  };
}

async function nothingThere(directory: string): Promise<AssayError> {
  const looked = `${directory.replace(/[/\\]$/, '')}/pages/<site>/<page>/gold.yaml`;
  if (await isFile(directory)) {
    const fix = 'name the folder of the corpus; an extractor is named by --extractor';
    return new AssayError(
      'bad-input',
      `"${directory}" is a file; a corpus is a folder with ${looked}; ${fix}`,
    );
  }
  if (!(await isFolder(directory)))
    return new AssayError('bad-input', `there is no folder "${directory}"; a corpus has ${looked}`);
  const isDataset = await pathExists(join(directory, 'ground-truth.json'));
  const { PAIRS_USAGE } = await import('./sources/pairs.ts');
  const hint = isDataset ? `; it looks like a public dataset: write aeb:${directory}` : '';
  return new AssayError(
    'bad-input',
    `"${directory}" holds no page; looked for ${looked}, and for ${PAIRS_USAGE}${hint}`,
  );
}
