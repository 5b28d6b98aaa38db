import { join } from 'node:path';
import { AssayError } from '../../util/error.ts';
import type { PageReference } from '../../model/page.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { CorpusDigest } from '../opened-corpus.ts';
import type { OpenedCorpus } from '../opened-corpus.ts';
import { DatasetFolder, namesIn, splitPart } from './dataset-folder.ts';
import { datasetGold, paragraphsOf, siteOf, textLabel } from './dataset-gold.ts';
import type { JsonLine, JsonLines, LinePlace } from '../../util/json-lines.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';

const USAGE =
  'wceb:PATH takes a clone of chatnoir-eu/web-content-extraction-benchmark in which datasets/combined.tar.xz has been unpacked (tar xf, in datasets/), or the unpacked folder "combined" itself, with ground-truth/<dataset>.jsonl and html/<dataset>/; wceb:PATH#dataset takes one of the eight datasets';

/** A dataset of the eight, on disk. */
interface Dataset {
  readonly name: string;
  readonly lines: JsonLines;
}

interface WcebPage {
  readonly dataset: Dataset;
  readonly place: LinePlace;
  /** Where its HTML lies, below the folder. */
  readonly path: readonly string[];
}

/**
 * Opens the Web Content Extraction Benchmark (Bevendorff et al., SIGIR 2023), one dataset of it or all:
 * `ground-truth/<dataset>.jsonl`, where each line has `page_id`, `plaintext` and, where it is known, `url`; and
 * `html/<dataset>/<page_id>.html.lz4` (or `.html`), which that benchmark has decoded to UTF-8 for all. Gold is plain
 * text: each line of it that is not blank is a required paragraph, also where that text is known to hold more (399
 * Dragnet pages go on with readers' comments behind a line `!@#$%^&*() COMMENTS`: that benchmark scores them). A page is called `dataset/page_id`, or
 * `page_id` where one dataset was named; the name of the dataset is the slice `split`. Most pages come without an
 * address: such a page is a site of its own. Lines stay on disk. The digest is over the lines and the HTML files as they
 * lie there, as `CorpusDigest` says.
 *
 * @throws AssayError `bad-input` if a file is missing or a line is not what it should be, `usage` for a dataset that is
 *   not there.
 */
export async function openWceb(specification: string, only?: string): Promise<OpenedCorpus> {
  const { path: directory, part: wanted } = await splitPart(specification);
  const root = await findRoot(directory);
  const folder = new DatasetFolder(root, USAGE);
  const digest = new CorpusDigest();
  const entries = new Map<string, WcebPage>();
  const pages: PageReference[] = [];
  const datasets = await findDatasets(root, folder, wanted);
  for (const dataset of datasets) {
    for await (const line of dataset.lines.all()) {
      const { number, offset, length, bytes } = line;
      const { key, url } = readLine(line, dataset);
      const id = wanted === undefined ? `${dataset.name}/${key}` : key;
      if (only !== undefined && id !== only) continue;
      const before = entries.get(id);
      if (before !== undefined) {
        throw dataset.lines.fault(number, `the page "${key}" stands in line ${before.place.number} already`);
      }
      const path = await htmlFile(folder, dataset.name, key);
      digest.addPage(id, await folder.digestBytes(...path), bytes);
      entries.set(id, { dataset, place: { number, offset, length }, path });
      const slices = { traits: [], split: dataset.name };
      pages.push({ id, site: url === undefined ? id : siteOf(url), media: 'html', slices });
    }
  }
  return {
    status: 'ok',
    corpus: {
      name: wanted === undefined ? 'wceb' : `wceb-${wanted}`,
      digest: digest.toHex(),
      gold: 'text',
      labelFiles: datasets.map(({ name }) => folder.pathOf('ground-truth', `${name}.jsonl`)),
      pages: pages.toSorted((a, b) => compareCodeUnits(a.id, b.id)),
      async read(reference) {
        const { dataset, place, path } = entries.get(reference.id)!;
        const { url, text } = readLine(await dataset.lines.read(place), dataset);
        const isPacked = path.at(-1)!.endsWith('.lz4');
        const read = isPacked ? await folder.readLz4(...path) : await folder.readPage(...path);
        const page = { ...reference, ...read, contentType: 'text/html; charset=utf-8' };
        return {
          page: url === undefined ? page : { ...page, url },
          gold: datasetGold({ url, slices: reference.slices, body: paragraphsOf(text) }),
        };
      },
    },
  };
}

/** The folder of the combined datasets: below a clone, or the one that was named. */
async function findRoot(directory: string): Promise<string> {
  const inClone = join(directory, 'datasets', 'combined');
  const found = await namesIn(join(inClone, 'ground-truth'), '.jsonl');
  return found.length > 0 ? inClone : directory;
}

async function findDatasets(
  root: string,
  folder: DatasetFolder,
  wanted: string | undefined,
): Promise<Dataset[]> {
  const names = await namesIn(join(root, 'ground-truth'), '.jsonl');
  if (names.length === 0) {
    throw new AssayError('bad-input', `there is no ${join(root, 'ground-truth', '*.jsonl')}; ${USAGE}`);
  }
  if (wanted !== undefined && !names.includes(wanted)) {
    const near = didYouMean(wanted, names);
    const fix = near === undefined ? '' : ` did you mean "${near}"?`;
    throw new AssayError('usage', `wceb has no dataset "${wanted}":${fix} There are ${names.join(', ')}`);
  }
  return names
    .filter((name) => wanted === undefined || name === wanted)
    .map((name) => ({ name, lines: folder.lines('ground-truth', `${name}.jsonl`) }));
}

function readLine(
  { number, fields }: JsonLine,
  { lines }: Dataset,
): { key: string; url: string | undefined; text: string } {
  const key = textLabel(fields['page_id']);
  if (key === undefined) throw lines.fault(number, 'the line has no "page_id"');
  if (!/^[\w.-]+$/u.test(key)) throw lines.fault(number, `"${key}" cannot be the name of a file`);
  const text = fields['plaintext'];
  if (typeof text !== 'string') throw lines.fault(number, `the page "${key}" has no text "plaintext"`);
  return { key, url: textLabel(fields['url']), text };
}

async function htmlFile(folder: DatasetFolder, dataset: string, key: string): Promise<readonly string[]> {
  const plain = ['html', dataset, `${key}.html`];
  return (await folder.has(...plain)) ? plain : ['html', dataset, `${key}.html.lz4`];
}
