import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { AssayError } from '../../model/error.ts';
import type { Gold } from '../../model/gold.ts';
import type { Corpus, PageReference } from '../../model/page.ts';
import type { PageKind } from '../../model/vocabulary.ts';
import { CorpusDigest } from '../digest.ts';
import type { OpenedCorpus } from '../opened-corpus.ts';
import { DatasetFolder, isMap } from './dataset-folder.ts';
import { datasetGold, metadataOf, paragraphsOf, siteOf, textLabel, textLabels } from './dataset-gold.ts';

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
  readonly split: string;
  readonly url: string | undefined;
  readonly gold: Gold;
}

/**
 * Opens the Web Content Extraction Benchmark (WCXB) in a clone or its unpacked archive, one split or all that are
 * there: `<split>/ground-truth/<id>.json` and `<split>/html/<id>.html.gz`, pages in UTF-8. Gold is the plain main
 * content (each line that is not blank a required paragraph; none: nothing to extract), snippets that must and must
 * not appear, title, author and date. The digest is over the compressed pages and the label files, as `CorpusDigest`
 * says.
 *
 * @throws AssayError `bad-input` if a file is missing or is not what it should be, `usage` for an unknown split.
 */
export async function openWcxb(specification: string): Promise<OpenedCorpus> {
  const [directory = '', ...wanted] = specification.split('#');
  const folder = new DatasetFolder(directory, USAGE);
  const files = await findLabels(directory, wanted);
  const digest = new CorpusDigest();
  const entries = new Map<string, WcxbPage>();
  const pages: PageReference[] = [];
  for (const { id, split } of files) {
    const labels = await folder.read(split, 'ground-truth', `${id}.json`);
    digest.addPage(id, await folder.read(split, 'html', `${id}.html.gz`), labels);
    const fields = folder.parseMap(labels, split, 'ground-truth', `${id}.json`);
    const url = textLabel(fields.get('url'));
    entries.set(id, { split, url, gold: toGold(fields, `${split}/ground-truth/${id}.json`) });
    const kind = KINDS[pageType(fields)];
    const slices = { traits: [], language: 'en', split, ...(kind === undefined ? {} : { kind }) };
    pages.push({ id, site: siteOf(url), media: 'html', slices });
  }
  return {
    status: 'ok',
    corpus: {
      name: wanted.length === 0 ? 'wcxb' : `wcxb-${wanted[0]}`,
      digest: digest.toHex(),
      gold: 'text',
      pages,
      ...(await splitsOfSites(directory)),
      async read(reference) {
        const { split, url, gold } = entries.get(reference.id)!;
        const bytes = await folder.readGzip(split, 'html', `${reference.id}.html.gz`);
        const page = { ...reference, bytes, contentType: 'text/html; charset=utf-8' };
        return { page: url === undefined ? page : { ...page, url }, gold };
      },
    },
  };
}

/** The splits of each domain by `metadata.json`, which speaks of the whole set; nothing where it is not there. */
async function splitsOfSites(directory: string): Promise<Pick<Corpus, 'splitsOf'>> {
  const source = await readFile(join(directory, 'metadata.json')).catch(() => undefined);
  if (source === undefined) return {};
  const files = new DatasetFolder(directory, USAGE).parseMap(source, 'metadata.json').get('files');
  const splitsOf = new Map<string, Set<string>>();
  for (const page of isMap(files) ? Object.values(files) : []) {
    const { domain, split } = isMap(page) ? page : {};
    if (typeof domain !== 'string' || domain === '' || typeof split !== 'string') continue;
    const site = siteOf(`https://${domain}`);
    splitsOf.set(site, (splitsOf.get(site) ?? new Set()).add(split));
  }
  return { splitsOf };
}

async function findLabels(
  directory: string,
  wanted: readonly string[],
): Promise<{ id: string; split: string }[]> {
  const unknown = wanted.find((split) => !SPLITS.some((known) => known === split));
  if (unknown !== undefined) {
    throw new AssayError('usage', `wcxb has no split "${unknown}"; ${USAGE}`);
  }
  const splits = wanted.length === 0 ? SPLITS : wanted;
  const found: { id: string; split: string }[] = [];
  for (const split of splits) {
    const names = await fastGlob('*.json', { cwd: join(directory, split, 'ground-truth') });
    found.push(...names.map((name) => ({ id: name.replace(/\.json$/, ''), split })));
  }
  if (found.length > 0) return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const looked = splits.map((split) => join(directory, split, 'ground-truth', '*.json')).join(', ');
  throw new AssayError('bad-input', `there is no ${looked}; ${USAGE}`);
}

function pageType(fields: ReadonlyMap<string, unknown>): string {
  const internal = fields.get('_internal');
  const type = isMap(internal) ? internal['page_type'] : undefined;
  const primary = isMap(type) ? type['primary'] : type;
  return typeof primary === 'string' ? primary : '';
}

function toGold(fields: ReadonlyMap<string, unknown>, file: string): Gold {
  const truth = fields.get('ground_truth');
  if (!isMap(truth)) throw new AssayError('bad-input', `${file} has no map "ground_truth"; ${USAGE}`);
  const author = textLabel(truth['author']);
  const segments = { with: textLabels(truth['with']), without: textLabels(truth['without']) };
  return datasetGold({
    body: paragraphsOf(textLabel(truth['main_content']) ?? ''),
    ...(segments.with.length + segments.without.length === 0 ? {} : { segments }),
    metadata: metadataOf({
      title: textLabel(truth['title']),
      authors: author === undefined ? undefined : [author],
      published: textLabel(truth['publish_date']),
    }),
  });
}
