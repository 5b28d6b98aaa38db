import { createHash } from 'node:crypto';
import { normalize } from 'node:path';
import { AssayError } from '../../util/error.ts';
import { isRecord } from '../../util/is-record.ts';
import type { Gold } from '../../model/gold.ts';
import type { PageReference, Slices } from '../../model/page.ts';
import { defined } from '../../util/defined.ts';
import { CorpusDigest } from '../opened-corpus.ts';
import type { OpenedCorpus } from '../opened-corpus.ts';
import { DatasetFolder } from './dataset-folder.ts';
import {
  authorsLabel,
  datasetGold,
  dateLabel,
  lineLabel,
  siteOf,
  siteOfName,
  textLabels,
} from './dataset-gold.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';

/** What the source takes, for messages. */
const USAGE =
  'trafilatura:PATH takes a clone of adbar/trafilatura, with tests/evaldata.json, tests/cache and tests/eval';

/** Nothing of what slices are made of is labelled. */
const SLICES: Slices = { traits: [] };

/** One entry of `evaldata.json`. */
interface EvaluationEntry {
  /** Absent where the entry has no address, such as `hard::news.example-title.html`. */
  readonly url: string | undefined;
  /** Where its page lies: the first of `tests/cache` and `tests/eval` that has it. */
  readonly path: readonly string[];
  readonly gold: Gold;
}

/**
 * Opens the evaluation data of adbar/trafilatura in a clone or its unpacked archive: `tests/evaldata.json`, a map
 * from address to labels, and the raw bytes of each page in `tests/cache` or `tests/eval`, in whatever encoding
 * they came. Gold is segments that must and must not appear, with title, author, date and name of the site where they
 * are labelled (empty labels and invalid dates are left out). A page is called by the name of its file. The digest is over the pages and the
 * labels of each as compact JSON, as `CorpusDigest` says.
 *
 * @throws AssayError `bad-input` if a file is missing or is not what it should be, or two entries name one file.
 */
export async function openTrafilatura(directory: string, only?: string): Promise<OpenedCorpus> {
  const folder = new DatasetFolder(directory, USAGE);
  const labels = await folder.readMap('tests', 'evaldata.json');
  const digest = new CorpusDigest();
  const entries = new Map<string, EvaluationEntry>();
  const keyOf = new Map<string, string>();
  const inOrder = [...labels].map(([key, label]) => ({ key, label, file: fileOf(label, key) }));
  for (const { key, label, file } of inOrder.toSorted((a, b) => compareCodeUnits(a.file, b.file))) {
    const url = /^https?:\/\//.test(key) ? key : undefined;
    const before = keyOf.get(normalize(file));
    if (before !== undefined) {
      const found = `evaldata.json: the entries "${before}" and "${key}" both name the file "${file}"`;
      throw new AssayError('bad-input', `${found}; expected one entry for each file; remove one of them`);
    }
    keyOf.set(normalize(file), key);
    if (only !== undefined && file !== only) continue;
    const path = await pageFile(folder, file);
    digest.addPage(file, await folder.digestBytes(...path), Buffer.from(JSON.stringify(label)));
    entries.set(file, { url, path, gold: toGold(label, key) });
  }
  const pages = [...entries].map(([id, { url }]): PageReference => {
    return { id, site: url === undefined ? siteOfName(id) : siteOf(url), media: 'html', slices: SLICES };
  });
  return {
    status: 'ok',
    corpus: {
      name: 'trafilatura',
      digest: digest.toHex(),
      gold: 'segments',
      pages,
      labelFiles: [folder.pathOf('tests', 'evaldata.json')],
      async read(reference) {
        const { url, path, gold } = entries.get(reference.id)!;
        return { page: { ...reference, ...(await folder.readPage(...path)), ...defined({ url }) }, gold };
      },
    },
  };
}

/**
 * The name of the file of an entry.
 *
 * @throws AssayError `bad-input` if it names none.
 */
function fileOf(label: unknown, url: string): string {
  if (isRecord(label) && typeof label['file'] === 'string' && label['file'] !== '') return label['file'];
  throw new AssayError('bad-input', `evaldata.json: the entry "${url}" names no "file"; ${USAGE}`);
}

/** Where the page of an entry lies: in `tests/cache` if it is there, else in `tests/eval`. */
async function pageFile(folder: DatasetFolder, file: string): Promise<readonly string[]> {
  const cached = ['tests', 'cache', file];
  return (await folder.has(...cached)) ? cached : ['tests', 'eval', file];
}

function toGold(label: unknown, key: string): Gold {
  const fields = isRecord(label) ? label : {};
  const segments = { with: textLabels(fields['with']), without: textLabels(fields['without']) };
  if (segments.with.length + segments.without.length === 0) {
    throw new AssayError(
      'bad-input',
      `evaldata.json: the entry "${key}" has no segments "with" or "without"; ${USAGE}`,
    );
  }
  const metadata = defined({
    title: lineLabel(fields['title']),
    publisher: lineLabel(fields['sitename']),
    authors: authorsLabel(fields['author']),
    published: dateLabel(fields['date']),
  });
  return datasetGold({ url: key, slices: SLICES, segments, metadata });
}

/** What trafilatura pins its corpus by, in `tests/eval_baseline.json`. */
export interface TrafilaturaPins {
  readonly entries: number;
  /** Segments that must, and that must not appear. */
  readonly chunks: { readonly with: number; readonly without: number };
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * The counts and the digest of the evaluation data as trafilatura itself takes them: SHA-256 over the bytes of
 * `evaldata.json`, then for each entry, sorted by address (code points), the path of its page below `tests/` and
 * the page's bytes. At e90b0ef they are 990 entries, 2951 and 2966 segments, and `b443dcaa…a8e133`.
 *
 * Source: adbar/trafilatura, `tests/eval_gate.py` (`corpus_pins`).
 *
 * @throws AssayError `bad-input` if a file is missing or is not what it should be.
 */
export async function trafilaturaPins(directory: string): Promise<TrafilaturaPins> {
  const folder = new DatasetFolder(directory, USAGE);
  const bytes = await folder.read('tests', 'evaldata.json');
  const labels = [...folder.parseMap(bytes, 'tests', 'evaldata.json')];
  const hash = createHash('sha256').update(bytes);
  const chunks = { with: 0, without: 0 };
  for (const [url, label] of labels.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
    const [, ...path] = await pageFile(folder, fileOf(label, url));
    hash.update(path.join('/')).update(await folder.read('tests', ...path));
    chunks.with += countOf(label, 'with');
    chunks.without += countOf(label, 'without');
  }
  return { entries: labels.length, chunks, sha256: hash.digest('hex') };
}

function countOf(label: unknown, key: 'with' | 'without'): number {
  const segments = isRecord(label) ? label[key] : undefined;
  return Array.isArray(segments) ? segments.length : 0;
}
