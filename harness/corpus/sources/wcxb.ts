import { join } from 'node:path';
import { AssayError } from '../../util/error.ts';
import { isRecord } from '../../util/is-record.ts';
import type { Gold } from '../../model/gold.ts';
import type { Corpus, PageReference, Slices } from '../../model/page.ts';
import type { PageKind } from '../../model/vocabulary.ts';
import { defined } from '../../util/defined.ts';
import { CorpusDigest } from '../opened-corpus.ts';
import type { OpenedCorpus } from '../opened-corpus.ts';
import { DatasetFolder, namesIn, splitPart } from './dataset-folder.ts';
import {
  authorsLabel,
  datasetGold,
  dateLabel,
  lineLabel,
  paragraphsOf,
  siteOf,
  textLabel,
} from './dataset-gold.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';

const USAGE =
  'wcxb:PATH takes a clone of Murrough-Foley/web-content-extraction-benchmark, with dev/ or test/, each with html/ and ground-truth/; wcxb:PATH#dev or #test takes one of them';

const SPLITS = ['dev', 'test'] as const;

/** Its page types in our words; `category` is what earlier labels call a collection. */
const KINDS: Readonly<Record<string, PageKind>> = {
  article: 'article',
  forum: 'forum',
  product: 'product',
  collection: 'collection',
  category: 'collection',
  listing: 'listing',
  documentation: 'documentation',
  service: 'service',
};

interface WcxbPage {
  readonly number: string;
  readonly split: string;
  readonly url: string | undefined;
  readonly gold: Gold;
}

/**
 * Opens the Web Content Extraction Benchmark (WCXB) in a clone or its unpacked archive, one split or all that are
 * there: `<split>/ground-truth/<id>.json` and `<split>/html/<id>.html.gz`, pages in UTF-8. Gold is the plain main
 * content (each line that is not blank a required paragraph; none: nothing to extract), snippets that must and must
 * not appear, title, author and date (an invalid date is left out). All pages are English. A page is called by
 * its number, `0005`; where both splits are opened, which have numbers and pages in common, `dev/0005`. The digest is
 * over the compressed pages and the label files, as `CorpusDigest` says.
 *
 * @throws AssayError `bad-input` if a file is missing or is not what it should be, `usage` for an unknown split.
 */
export async function openWcxb(specification: string, only?: string): Promise<OpenedCorpus> {
  const { path: directory, part: wanted } = await splitPart(specification);
  const folder = new DatasetFolder(directory, USAGE);
  const files = await findLabels(directory, wanted);
  const digest = new CorpusDigest();
  const entries = new Map<string, WcxbPage>();
  const pages: PageReference[] = [];
  for (const { id, number, split } of files) {
    if (only !== undefined && id !== only) continue;
    const labels = await folder.read(split, 'ground-truth', `${number}.json`);
    digest.addPage(id, await folder.digestBytes(split, 'html', `${number}.html.gz`), labels);
    const fields = folder.parseMap(labels, split, 'ground-truth', `${number}.json`);
    const url = textLabel(fields.get('url'));
    const kind = KINDS[pageType(fields)];
    const slices: Slices = { traits: [], language: 'en', split, ...(kind === undefined ? {} : { kind }) };
    const gold = toGold(fields, { url, slices, file: `${split}/ground-truth/${number}.json` });
    entries.set(id, { number, split, url, gold });
    pages.push({ id, site: siteOf(url), media: 'html', slices });
  }
  return {
    status: 'ok',
    corpus: {
      name: wanted === undefined ? 'wcxb' : `wcxb-${wanted}`,
      digest: digest.toHex(),
      gold: 'text',
      pages,
      labelFiles: files.map(({ split, number }) => folder.pathOf(split, 'ground-truth', `${number}.json`)),
      ...(await splitsOfSites(directory)),
      async read(reference) {
        const { number, split, url, gold } = entries.get(reference.id)!;
        const read = await folder.readGzip(split, 'html', `${number}.html.gz`);
        const page = { ...reference, ...read, contentType: 'text/html; charset=utf-8' };
        return { page: url === undefined ? page : { ...page, url }, gold };
      },
    },
  };
}

/** The splits of each domain by `metadata.json`, which speaks of the whole set; nothing where it is not there. */
async function splitsOfSites(directory: string): Promise<Pick<Corpus, 'splitsOf'>> {
  const folder = new DatasetFolder(directory, USAGE);
  if (!(await folder.has('metadata.json'))) return {};
  const files = (await folder.readMap('metadata.json')).get('files');
  const splitsOf = new Map<string, Set<string>>();
  for (const page of isRecord(files) ? Object.values(files) : []) {
    const { domain, split } = isRecord(page) ? page : {};
    if (typeof domain !== 'string' || domain === '' || typeof split !== 'string') continue;
    const site = siteOf(`https://${domain}`);
    splitsOf.set(site, (splitsOf.get(site) ?? new Set()).add(split));
  }
  return { splitsOf };
}

interface LabelFile {
  readonly id: string;
  readonly number: string;
  readonly split: string;
}

async function findLabels(directory: string, wanted: string | undefined): Promise<LabelFile[]> {
  if (wanted !== undefined && !SPLITS.some((known) => known === wanted)) {
    throw new AssayError('usage', `wcxb has no split "${wanted}"; ${USAGE}`);
  }
  const splits = wanted === undefined ? SPLITS : [wanted];
  const found: Omit<LabelFile, 'id'>[] = [];
  for (const split of splits) {
    const numbers = await namesIn(join(directory, split, 'ground-truth'), '.json');
    for (const number of numbers) found.push({ number, split });
  }
  const isOneSplit = new Set(found.map(({ split }) => split)).size === 1;
  const files = found.map((file) => ({
    ...file,
    id: isOneSplit ? file.number : `${file.split}/${file.number}`,
  }));
  if (files.length > 0) return files.toSorted((a, b) => compareCodeUnits(a.id, b.id));
  const looked = splits.map((split) => join(directory, split, 'ground-truth', '*.json')).join(', ');
  throw new AssayError('bad-input', `there is no ${looked}; ${USAGE}`);
}

function pageType(fields: ReadonlyMap<string, unknown>): string {
  const internal = fields.get('_internal');
  const type = isRecord(internal) ? internal['page_type'] : undefined;
  const primary = isRecord(type) ? type['primary'] : type;
  return typeof primary === 'string' ? primary : '';
}

function toGold(
  fields: ReadonlyMap<string, unknown>,
  { url, slices, file }: { readonly url: string | undefined; readonly slices: Slices; readonly file: string },
): Gold {
  const truth = fields.get('ground_truth');
  if (!isRecord(truth)) throw new AssayError('bad-input', `${file} has no map "ground_truth"; ${USAGE}`);
  const hasSnippets = Array.isArray(truth['with']) || Array.isArray(truth['without']);
  const segments = { with: snippetsOf(truth['with']), without: snippetsOf(truth['without']) };
  return datasetGold({
    url,
    slices,
    body: paragraphsOf(textLabel(truth['main_content']) ?? ''),
    ...(hasSnippets ? { segments } : {}),
    metadata: defined({
      title: lineLabel(truth['title']),
      authors: authorsLabel(truth['author']),
      published: dateLabel(truth['publish_date']),
    }),
  });
}

/** As they stand: its own metric looks for them with the white space at their ends. */
function snippetsOf(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return all.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
}
