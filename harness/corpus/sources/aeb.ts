import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { getDomain, getHostname } from 'tldts';
import { AssayError } from '../../model/error.ts';
import type { BodyEntry, Gold } from '../../model/gold.ts';
import type { LabelledPage, PageReference } from '../../model/page.ts';
import { CorpusDigest } from '../digest.ts';
import type { OpenedCorpus } from '../opened-corpus.ts';

const unzip = promisify(gunzip);

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
export async function openAeb(directory: string): Promise<OpenedCorpus> {
  const entries = await readGroundTruth(directory);
  const ids = [...entries.keys()].toSorted();
  const pages = ids.map((id): PageReference => {
    return { id, site: siteOf(entries.get(id)!.url), media: 'html', slices: { traits: [] } };
  });
  const digest = new CorpusDigest();
  for (const id of ids) {
    digest.addPage(id, await readZipped(directory, id), Buffer.from(entries.get(id)!.articleBody));
  }
  const read = (reference: PageReference): Promise<LabelledPage> =>
    readPage(directory, reference, entries.get(reference.id)!);
  return { status: 'ok', corpus: { name: 'aeb', digest: digest.toHex(), gold: 'text', pages, read } };
}

async function readPage(
  directory: string,
  reference: PageReference,
  { articleBody, url }: AebEntry,
): Promise<LabelledPage> {
  const bytes = await readUnzipped(directory, reference.id);
  const page = { ...reference, bytes, contentType: 'text/html; charset=utf-8' };
  return { page: url === undefined ? page : { ...page, url }, gold: toGold(articleBody) };
}

function toGold(articleBody: string): Gold {
  const body = articleBody
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text): BodyEntry => ({ type: 'block', kind: 'p', optional: false, text }));
  return { about: { traits: [] }, metadata: {}, body, comments: [], boilerplate: [] };
}

function siteOf(url: string | undefined): string {
  if (url === undefined) return 'unknown';
  return getDomain(url) ?? getHostname(url) ?? 'unknown';
}

async function readGroundTruth(directory: string): Promise<Map<string, AebEntry>> {
  const file = join(directory, 'ground-truth.json');
  const text = await readFile(file, 'utf8').catch(async (cause: unknown) => {
    throw new AssayError('bad-input', await missingTruth(directory, file), { cause });
  });
  const entries = Object.entries(parseTruth(text, file));
  return new Map(entries.map(([id, entry]) => [id, toEntry(entry, id, file)]));
}

async function missingTruth(directory: string, file: string): Promise<string> {
  const isFolder = await stat(directory).then((found) => found.isDirectory()).catch(() => false); // prettier-ignore
  const found = isFolder ? `there is no ${file}` : `there is no folder ${directory}`;
  return `${found}; aeb:PATH takes a clone of scrapinghub/article-extraction-benchmark, with ground-truth.json and html/`;
}

function parseTruth(text: string, file: string): object {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch (cause) {
    throw new AssayError('bad-input', `${file} is not JSON; get the file again`, { cause });
  }
  throw new AssayError('bad-input', `${file} is no map from identifiers to {articleBody, url}`);
}

function toEntry(entry: unknown, id: string, file: string): AebEntry {
  if (typeof entry === 'object' && entry !== null && 'articleBody' in entry) {
    const { articleBody } = entry;
    const url = 'url' in entry && typeof entry.url === 'string' ? { url: entry.url } : {};
    if (typeof articleBody === 'string') return { articleBody, ...url };
  }
  throw new AssayError('bad-input', `${file}: the entry "${id}" has no text "articleBody"`);
}

async function readUnzipped(directory: string, id: string): Promise<Buffer> {
  return unzip(await readZipped(directory, id)).catch((cause: unknown) => {
    const message = `${join(directory, 'html', `${id}.html.gz`)} cannot be decompressed; get the file again`;
    throw new AssayError('bad-input', message, { cause });
  });
}

async function readZipped(directory: string, id: string): Promise<Buffer> {
  const file = join(directory, 'html', `${id}.html.gz`);
  return readFile(file).catch((cause: unknown) => {
    const message = `there is no ${file}, a page that ground-truth.json names; the dataset is not whole`;
    throw new AssayError('bad-input', message, { cause });
  });
}
