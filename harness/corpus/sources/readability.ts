import { join } from 'node:path';
import { documentToGold } from '../../document/document-to-gold.ts';
import { htmlToDocument } from '../../document/html.ts';
import { AssayError } from '../../util/error.ts';
import type { GoldMetadata } from '../../model/gold.ts';
import type { PageReference, Slices } from '../../model/page.ts';
import { defined } from '../../util/defined.ts';
import { CorpusDigest } from '../opened-corpus.ts';
import type { OpenedCorpus } from '../opened-corpus.ts';
import { filesBelow } from '../../util/files-below.ts';
import { DatasetFolder } from './dataset-folder.ts';
import {
  authorsLabel,
  datasetGold,
  dateLabel,
  languageLabel,
  lineLabel,
  ownAddress,
  siteOf,
} from './dataset-gold.ts';

const USAGE =
  'readability:PATH takes a clone of mozilla/readability, with test/test-pages/<name>/{source.html,expected.html,expected-metadata.json}';

const PAGES = ['test', 'test-pages'] as const;

interface ReadabilityPage {
  readonly metadata: GoldMetadata;
  readonly slices: Slices;
}

/**
 * Opens the test pages of mozilla/readability in a clone or its unpacked archive: folders
 * `test/test-pages/<name>` with `source.html` (UTF-8, as jsdom wrote it out), `expected.html` and
 * `expected-metadata.json`. **The expectation is that tool's own output**, read and approved by its maintainers, so
 * Readability itself is near the top by construction.
 *
 * Gold is `expected.html` read into blocks. Metadata is `title`, `byline` (one author, as it stands), `siteName`
 * (the publisher), `publishedTime` where it is a date. A null says that the tool found none, not that the page has none:
 * it is unlabelled here. `lang` becomes the language, `dir: rtl` the trait `right-to-left`. `readerable: false` (8 of
 * 130 pages at ab4027a) is the tool's quick guess that it is not worth trying; the expectation of every such page has
 * text, and that text is its gold. A page is one to give nothing only where the expectation has no text, which is
 * so of none of the 130.
 *
 * The addresses that pages came from are not kept. The site of a page is that of the address that the page itself
 * gives (`canonical`, else `og:url`), without one the page is a site of its own. The digest is over the three files,
 * as `CorpusDigest` says.
 *
 * @throws AssayError `bad-input` if a file is missing or is not what it should be.
 */
export async function openReadability(directory: string, only?: string): Promise<OpenedCorpus> {
  const folder = new DatasetFolder(directory, USAGE);
  const digest = new CorpusDigest();
  const entries = new Map<string, ReadabilityPage>();
  const pages: PageReference[] = [];
  for (const id of await findPages(directory)) {
    if (only !== undefined && id !== only) continue;
    const source = await folder.digestBytes(...PAGES, id, 'source.html');
    const expected = await folder.read(...PAGES, id, 'expected.html');
    const labels = await folder.read(...PAGES, id, 'expected-metadata.json');
    digest.addPage(id, source, Buffer.concat([labels, expected]));
    const fields = folder.parseMap(labels, ...PAGES, id, 'expected-metadata.json');
    const slices = slicesOf(fields);
    entries.set(id, { metadata: metadataOf(fields), slices });
    const address = ownAddress(source.toString('utf8'));
    pages.push({ id, site: address === undefined ? id : siteOf(address), media: 'html', slices });
  }
  return {
    status: 'ok',
    corpus: {
      name: 'readability',
      digest: digest.toHex(),
      gold: 'text',
      pages,
      labelFiles: pages.map(({ id }) => folder.pathOf(...PAGES, id, 'expected-metadata.json')),
      async read(reference) {
        const { metadata, slices } = entries.get(reference.id)!;
        const read = await folder.readPage(...PAGES, reference.id, 'source.html');
        const expected = await folder.read(...PAGES, reference.id, 'expected.html');
        const body = documentToGold(htmlToDocument(expected.toString('utf8')));
        return {
          page: { ...reference, ...read, contentType: 'text/html; charset=utf-8' },
          gold: datasetGold({ url: undefined, slices, body, metadata }),
        };
      },
    },
  };
}

async function findPages(directory: string): Promise<string[]> {
  const cwd = join(directory, ...PAGES);
  const names = (await filesBelow(cwd)).folders.filter((path) => !path.includes('/'));
  if (names.length > 0) return names.toSorted();
  throw new AssayError('bad-input', `there is no ${join(cwd, '<name>', 'source.html')}; ${USAGE}`);
}

function metadataOf(fields: ReadonlyMap<string, unknown>): GoldMetadata {
  return defined({
    title: lineLabel(fields.get('title')),
    publisher: lineLabel(fields.get('siteName')),
    authors: authorsLabel(fields.get('byline')),
    published: dateLabel(fields.get('publishedTime')),
  });
}

function slicesOf(fields: ReadonlyMap<string, unknown>): Slices {
  const language = languageLabel(fields.get('lang'));
  return {
    traits: fields.get('dir') === 'rtl' ? ['right-to-left'] : [],
    ...(language === undefined ? {} : { language }),
  };
}
