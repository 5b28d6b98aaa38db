import { AssayError } from '../../util/error.ts';
import { isRecord } from '../../util/is-record.ts';
import type { PageReference } from '../../model/page.ts';
import { CorpusDigest } from '../opened-corpus.ts';
import type { OpenedCorpus } from '../opened-corpus.ts';
import { DatasetFolder } from './dataset-folder.ts';
import { memberOf } from './member-of.ts';
import { datasetGold, paragraphsOf, siteOf } from './dataset-gold.ts';

const USAGE =
  'aeb:PATH takes a clone of scrapinghub/article-extraction-benchmark, with ground-truth.json and html/';

/** One entry of `ground-truth.json`. */
interface AebEntry {
  readonly articleBody: string;
  readonly url?: string;
}

/**
 * Opens scrapinghub/article-extraction-benchmark in a clone or its unpacked archive: `ground-truth.json`, a map from
 * identifier to `{articleBody, url}`, and `html/<identifier>.html.gz`. Pages are UTF-8 by the benchmark's own
 * conversion. Gold is plain text: each line of it that is not blank is a required paragraph. The digest is over
 * the compressed pages and the gold text, as `CorpusDigest` says.
 *
 * @throws AssayError `bad-input` if a file is missing or is not what it should be.
 */
export async function openAeb(directory: string, only?: string): Promise<OpenedCorpus> {
  const folder = new DatasetFolder(directory, USAGE);
  const labels = await folder.read('ground-truth.json');
  const own = only === undefined ? undefined : memberOf(labels, only);
  const truth = folder.parseMap(own ?? labels, 'ground-truth.json');
  const entries = new Map([...truth].map(([id, entry]) => [id, toEntry(entry, id)]));
  const digest = new CorpusDigest();
  const pages: PageReference[] = [];
  for (const id of [...entries.keys()].toSorted()) {
    if (only !== undefined && id !== only) continue;
    const { articleBody, url } = entries.get(id)!;
    digest.addPage(id, await folder.digestBytes('html', `${id}.html.gz`), Buffer.from(articleBody));
    pages.push({ id, site: siteOf(url), media: 'html', slices: { traits: [] } });
  }
  return {
    status: 'ok',
    corpus: {
      name: 'aeb',
      digest: digest.toHex(),
      gold: 'text',
      pages,
      labelFiles: [folder.pathOf('ground-truth.json')],
      async read(reference) {
        const { articleBody, url } = entries.get(reference.id)!;
        const read = await folder.readGzip('html', `${reference.id}.html.gz`);
        const page = { ...reference, ...read, contentType: 'text/html; charset=utf-8' };
        return {
          page: url === undefined ? page : { ...page, url },
          gold: datasetGold({ url, slices: reference.slices, body: paragraphsOf(articleBody) }),
        };
      },
    },
  };
}

function toEntry(entry: unknown, id: string): AebEntry {
  if (isRecord(entry) && typeof entry['articleBody'] === 'string') {
    const { articleBody, url } = entry;
    return typeof url === 'string' ? { articleBody, url } : { articleBody };
  }
  throw new AssayError(
    'bad-input',
    `ground-truth.json: the entry "${id}" has no text "articleBody"; ${USAGE}`,
  );
}
