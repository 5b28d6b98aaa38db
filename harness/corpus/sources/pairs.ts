import { isUtf8 } from 'node:buffer';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { documentToGold } from '../../document/document-to-gold.ts';
import { splitFrontMatter } from '../../document/front-matter.ts';
import { markdownToDocument } from '../../document/markdown.ts';
import type { BodyEntry, GoldMetadata } from '../../model/gold.ts';
import type { PageReference } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import { CorpusDigest } from '../opened-corpus.ts';
import type { OpenedCorpus } from '../opened-corpus.ts';
import { readablePath } from '../../util/readable-path.ts';
import { DatasetFolder } from './dataset-folder.ts';
import { datasetGold, ownAddress, paragraphsOf, siteOf } from './dataset-gold.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { filesBelow } from '../../util/files-below.ts';
import { MOST_GOLD_BYTES } from '../../model/limits.ts';
import type { StrangeFile } from '../../util/files-below.ts';
import { linkProblem, notUtf8, strangeProblem, tooMuchGold } from '../page-folder.ts';
import { frontMatterToMetadata } from './front-matter-metadata.ts';

/** What a folder of pairs holds, for messages. */
export const PAIRS_USAGE =
  'pairs of a page and its text: <name>.html (or .htm) beside <name>.txt (a line a paragraph) or <name>.md';

const PAGE = /\.html?$/iu;
const GOLD = /\.(?:txt|md)$/iu;

/** What people put beside their data. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e|copying|notice|changelog|contributing)\.(?:txt|md)$/iu;

interface Pair {
  readonly id: string;
  /** Below the folder. */
  readonly page: string;
  readonly gold: string;
}

/** The files with one name, whatever their endings. */
interface Stem {
  readonly pages: string[];
  readonly golds: string[];
}

/** Whether some page below a folder has its text beside it. */
export async function holdsPairs(directory: string): Promise<boolean> {
  const { stems } = await findStems(directory);
  return [...stems.values()].some(({ pages, golds }) => pages.length * golds.length > 0);
}

/**
 * Opens a plain folder of pairs: `<name>.html` or `.htm`, in any encoding, and beside it `<name>.txt` or `<name>.md`
 * in UTF-8, in the folder itself or below it. Gold is text: each line of a `.txt` that is not blank is a required
 * paragraph, a `.md` is read into blocks, its front matter into title, authors, publisher and day; an empty file says that there is nothing to extract. A page is called by its path
 * without the ending. Its site is the folder below the corpus that it lies in; at the top, the site that the page
 * itself names (`canonical`, `og:url`), else a site of its own. A README, LICENSE and the like are not looked at, nor
 * files that begin with a dot. Links are followed inside the folder, but no folder is looked at twice. The digest is over both files, as `CorpusDigest` says. A page without a text, a text without
 * a page, two of one, links that lead nowhere, and text that is not UTF-8 are problems, all listed.
 */
export async function openPairs(directory: string): Promise<OpenedCorpus> {
  const folder = new DatasetFolder(directory, `the folder holds ${PAIRS_USAGE}`);
  const { stems, dangling, strange } = await findStems(directory);
  const problems = [
    ...dangling.map((link) => linkProblem(join(directory, link), true)),
    ...strange.map(({ path, found }) => strangeProblem(join(directory, path), found)),
  ];
  const pairs: Pair[] = [];
  for (const [id, { pages, golds }] of stems) {
    const [[page, ...morePages], [gold, ...moreGolds]] = [pages, golds];
    const isPair = morePages.length + moreGolds.length === 0;
    const unread = new Set([...dangling, ...strange.map(({ path }) => path)]);
    if ([...pages, ...golds].some((file) => unread.has(file))) continue;
    if (page !== undefined && gold !== undefined && isPair) pairs.push({ id, page, gold });
    else problems.push(unpaired(directory, { pages, golds }));
  }
  const digest = new CorpusDigest();
  const references: PageReference[] = [];
  for (const { id, page, gold } of pairs) {
    const [bytes, text] = [await folder.digestBytes(page), await folder.digestBytes(gold)];
    if (text.length > MOST_GOLD_BYTES) {
      problems.push(tooMuchGold(join(directory, gold), text.length));
      continue;
    }
    if (!isUtf8(text))
      problems.push(notUtf8('page-files', join(directory, gold), 'text in UTF-8', 'save the file in UTF-8'));
    digest.addPage(id, bytes, text);
    references.push({ id, site: siteOfPage(id, bytes), media: 'html', slices: { traits: [] } });
  }
  if (problems.length > 0) return { status: 'faulty', problems, pages: stems.size };
  const filesOf = new Map(pairs.map((pair) => [pair.id, pair]));
  return {
    status: 'ok',
    corpus: {
      name: basename(resolve(directory)),
      digest: digest.toHex(),
      gold: 'text',
      pages: references,
      async read(reference) {
        const { page, gold } = filesOf.get(reference.id)!;
        const text = (await folder.read(gold)).toString('utf8').replace(/^\uFEFF/u, '');
        const { body, metadata } = /md$/iu.test(gold)
          ? readMarkdown(text)
          : { body: paragraphsOf(text), metadata: {} };
        return {
          page: { ...reference, ...(await folder.readPage(page)) },
          gold: datasetGold({ url: undefined, slices: reference.slices, body, metadata }),
        };
      },
    },
  };
}

/** What a folder holds, for pairs. */
interface Found {
  /** Pages and texts by their path without the ending, sorted (code units). */
  readonly stems: ReadonlyMap<string, Stem>;
  /** Links to pages, texts or folders that do not exist; those to pages and texts are in `stems` too. */
  readonly dangling: readonly string[];
  /** Pages, texts or links that are not read; pages and texts are in `stems` too. */
  readonly strange: readonly StrangeFile[];
}

/** A folder that is reached by several links is looked at once. */
async function findStems(directory: string): Promise<Found> {
  const stems = new Map<string, Stem>();
  const found = await filesBelow(directory, (name) => !name.startsWith('.') && name !== 'node_modules');
  const isOfPair = (file: string): boolean =>
    (PAGE.test(file) || GOLD.test(file)) && !ABOUT_THE_FOLDER.test(basename(file));
  const dangling = found.dangling.filter((link) => isOfPair(link) || extname(link) === '');
  const strange = found.strange.filter(({ path }) => isOfPair(path) || extname(path) === '');
  for (const file of [...found.files, ...dangling, ...strange.map(({ path }) => path)]
    .filter(isOfPair)
    .toSorted()) {
    const id = file.replace(PAGE, '').replace(GOLD, '');
    const stem = stems.get(id) ?? { pages: [], golds: [] };
    stems.set(id, stem);
    (PAGE.test(file) ? stem.pages : stem.golds).push(file);
  }
  return { stems: new Map([...stems].toSorted(([a], [b]) => compareCodeUnits(a, b))), dangling, strange };
}

function siteOfPage(id: string, bytes: Buffer): string {
  const below = dirname(id);
  if (below !== '.') return below;
  // Addresses are ASCII, and so are the names of tags: any encoding will do.
  const address = ownAddress(bytes.toString('latin1'));
  return address === undefined ? id : siteOf(address);
}

function readMarkdown(text: string): {
  readonly body: readonly BodyEntry[];
  readonly metadata: GoldMetadata;
} {
  const { frontMatter, markdown } = splitFrontMatter(text);
  return {
    body: documentToGold(markdownToDocument(markdown)),
    metadata: frontMatter === undefined ? {} : frontMatterToMetadata(frontMatter),
  };
}

function unpaired(directory: string, { pages, golds }: Stem): Problem {
  const files = [...pages, ...golds];
  const [first = '', second] = files;
  const problem = {
    code: 'page-files',
    file: readablePath(join(directory, first)),
    expected: PAIRS_USAGE,
  } as const;
  if (second === undefined) {
    const found = pages.length === 0 ? 'a text without its page' : 'a page without its text';
    return { ...problem, found, fix: 'add the other half, or take this one away' };
  }
  const names = files.map((file) => basename(file)).join(', ');
  return { ...problem, found: `${names} side by side`, fix: 'keep one page and one text of them' };
}
