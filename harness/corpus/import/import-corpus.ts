import { isUtf8 } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from '../../util/error.ts';
import type { Corpus, LabelledPage, PageReference } from '../../model/page.ts';
import { FolderNames } from '../../util/folder-names.ts';
import { makeFolders } from '../../util/make-folders.ts';
import { makeFolder } from '../../util/write-whole.ts';
import { openNativeCorpus } from '../native.ts';
import { isOneLine, toOneLine } from '../../util/printable.ts';
import { formatProblem } from '../../model/problem.ts';
import { writeGold } from '../../gold/write-gold.ts';
import { manifestText } from '../manifest.ts';
import { nativeGold } from './native-gold.ts';
import { splitsBySite } from './splits-by-site.ts';
import type { SiteSplits } from './splits-by-site.ts';

/** What became of a corpus that was imported. */
export interface ImportedCorpus {
  readonly name: string;
  readonly pages: number;
  readonly sites: number;
  /** What could not be kept as it was: how many pages it concerns, and the first example. */
  readonly changes: readonly ImportChange[];
  /** Absent where the source has no splits. */
  readonly splits?: SiteSplits;
}

export interface ImportChange {
  readonly what: string;
  readonly pages: number;
  readonly example: string;
}

export interface ImportOptions {
  /** Default: that of the source. */
  readonly name?: string;
  /** Called when a page has been written. */
  readonly onPage?: (id: string) => void;
}

/**
 * Writes a corpus out in Assay's own format: page bytes untouched, gold so that every score is the same. Sites and
 * identifiers become names of folders; splits become splits by site. The folder is there when all of it has been
 * written and read back, or not at all.
 *
 * @throws AssayError `usage` if the folder is there and not empty, or for a name that is no line of text; `bad-input` with all pages that no file can hold.
 */
export async function importCorpus(
  corpus: Corpus,
  out: string,
  options: ImportOptions = {},
): Promise<ImportedCorpus> {
  if (options.name !== undefined) refuseNoLine(options.name);
  return makeFolder(out, async (folder) => {
    const name = options.name ?? toOneLine(corpus.name);
    const places = placesOf(corpus.pages);
    const changes = await writePages(corpus, places, folder, options.onPage);
    const hasSplits = corpus.pages.some(({ slices }) => slices.split !== undefined);
    const splits = hasSplits ? splitsBySite(splitPages(places)) : undefined;
    const { version, licence } = corpus;
    const manifest = {
      name,
      ...(version !== undefined && { version }),
      ...(licence !== undefined && { licence }),
    };
    await writeFile(join(folder, 'corpus.yaml'), manifestText(manifest, splits?.sitesOf));
    await readBack(folder, places.length);
    const sites = new Set(places.map(({ site }) => site)).size;
    return { name, pages: places.length, sites, changes, ...(splits && { splits }) };
  });
}

/** A page and the folders it gets. */
interface PagePlace {
  readonly reference: PageReference;
  readonly site: string;
  readonly page: string;
}

function placesOf(pages: readonly PageReference[]): PagePlace[] {
  const siteNames = new FolderNames();
  const sites = new Map<string, { readonly name: string; readonly pages: FolderNames }>();
  return pages.map((reference) => {
    const known = sites.get(reference.site);
    const site = known ?? { name: siteNames.take(reference.site, 'site'), pages: new FolderNames() };
    sites.set(reference.site, site);
    return { reference, site: site.name, page: site.pages.take(pageName(reference), 'page') };
  });
}

/** Its identifier without what the folders say anyway: the site, and that it is a page. */
function pageName({ id, site }: PageReference): string {
  const own = id.startsWith(`${site}/`) ? id.slice(site.length + 1) : id;
  return own.replace(/\.(?:html?|txt)$/iu, '');
}

function splitPages(places: readonly PagePlace[]): { site: string; split: string }[] {
  return places.map(({ site, reference }) => ({ site, split: reference.slices.split ?? 'dev' }));
}

function refuseNoLine(name: string): void {
  if (name.trim() !== '' && isOneLine(name)) return;
  const message = `the name ${JSON.stringify(name)} cannot be that of a corpus; expected one line of text`;
  throw new AssayError('usage', message);
}

async function writePages(
  corpus: Corpus,
  places: readonly PagePlace[],
  folder: string,
  onPage: ImportOptions['onPage'],
): Promise<ImportChange[]> {
  const changes = new Map<string, ImportChange>();
  const refused: string[] = [];
  for (const { reference, site, page } of places) {
    const labelled = await corpus.read(reference);
    const native = nativeGold(labelled, reference.slices);
    for (const { what, example } of native.changes) {
      const known = changes.get(what) ?? { what, pages: 0, example };
      changes.set(what, { ...known, pages: known.pages + 1 });
    }
    try {
      await writePage(join(folder, 'pages', site, page), labelled, writeGold(native.gold));
    } catch (error) {
      if (!(error instanceof AssayError)) throw error;
      refused.push(`  ${reference.id}: ${error.message}`);
    }
    onPage?.(reference.id);
  }
  if (refused.length === 0) return [...changes.values()];
  const count = refused.length === 1 ? 'a page' : `${refused.length} pages`;
  throw new AssayError(
    'bad-input',
    `${count} of ${corpus.name} cannot be written; nothing was\n${refused.join('\n')}`,
  );
}

async function writePage(folder: string, { page }: LabelledPage, gold: string): Promise<void> {
  if (page.media === 'text' && !isUtf8(page.bytes)) {
    throw new AssayError('bad-input', 'a page of plain text in bytes that are not UTF-8');
  }
  await makeFolders(folder);
  await writeFile(join(folder, page.media === 'html' ? 'page.html' : 'page.txt'), page.bytes);
  await writeFile(join(folder, 'gold.yaml'), gold);
}

/** What was written opens without problems; anything else is a bug, and nothing is kept then. */
async function readBack(folder: string, pages: number): Promise<void> {
  const opened = await openNativeCorpus(folder);
  if (opened.status === 'faulty') throw new Error(opened.problems.map(formatProblem).join('\n'));
  const found = opened.corpus.pages.length;
  if (found !== pages) throw new Error(`of ${pages} pages written ${found} were found`);
}
