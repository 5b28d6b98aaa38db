import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { decode } from '../harness/document/decode.ts';
import { htmlToDocument } from '../harness/document/html.ts';
import { Vocabulary, tokenize } from '../harness/document/tokens.ts';
import type { PageEncoding } from '../harness/model/page.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = `npm run sweep -- --data DIR

Reads every page of the public datasets in DIR (aeb/, trafilatura/) from bytes to tokens. Fails if a page throws, or takes
longer than it may beside parse5 alone. What is not there is named and skipped.`;

type Read = Extract<SweptPage, { status: 'read' }>;

const ROUNDS = 3;

/** A page of a public dataset, on disk. */
interface PageFile {
  readonly path: string;
  /** What the dataset says of its encoding, in the words of a `Content-Type`. */
  readonly contentType?: string;
}

/** A dataset that the sweep knows, and the folders of it that hold pages. */
interface Dataset {
  readonly name: string;
  readonly folders: readonly string[];
  readonly contentType?: string;
}

/** The datasets whose pages are read, as they lie below the folder of the data. */
const DATASETS: readonly Dataset[] = [
  { name: 'aeb', folders: ['aeb/html'], contentType: 'text/html; charset=utf-8' },
  { name: 'trafilatura', folders: ['trafilatura/tests/eval', 'trafilatura/tests/cache'] },
];

/** What came of one page. */
type SweptPage =
  | {
      readonly status: 'read';
      readonly encoding: PageEncoding;
      readonly blocks: number;
      readonly tokens: number;
      /** From bytes to tokens, milliseconds, the best of the repetitions. */
      readonly ms: number;
      /** parse5 alone on the decoded text, likewise. */
      readonly parseMs: number;
    }
  | { readonly status: 'threw'; readonly message: string };

/** A page may take this many times what parse5 alone takes, and so many milliseconds on top. */
const FACTOR = 2;
const SURCHARGE_MS = 10;

/** Repetitions: so many for every page, and more for one that comes near its limit, for the machine may be busy. */
const FEWEST_RUNS = 2;
const MOST_RUNS = 12;
const NEAR_MS = 5;

const { values } = readArguments(USAGE, { options: { data: { type: 'string' } } });
if (values.data === undefined) {
  console.error(USAGE);
  process.exit(2);
}
let failures = 0;
let swept = 0;
for (const dataset of DATASETS) {
  const { pages, missing } = await listPages(values.data, dataset);
  for (const folder of missing) console.log(`${dataset.name}: SKIPPED, there is no folder ${folder}`);
  if (pages.length === 0) continue;
  swept += pages.length;
  const results = await sweepAll(pages);
  for (const [page, result] of results) {
    const problem = problemOf(result);
    if (problem === undefined) continue;
    failures++;
    console.log(`${page.path}: ${problem}`);
  }
  console.log(summaryOf(dataset.name, [...results.values()]));
}
if (swept === 0) console.error(`nothing was swept: ${values.data} holds none of the datasets`);
process.exit(swept === 0 ? 2 : Math.min(failures, 1));

/** Pages that seem too slow are measured again at the end: something else may have been at work on the machine. */
async function sweepAll(pages: readonly PageFile[]): Promise<Map<PageFile, SweptPage>> {
  const results = new Map<PageFile, SweptPage>();
  for (let round = 0; round < ROUNDS; round++) {
    const due = pages.filter((page) => {
      const result = results.get(page);
      return result === undefined || problemOf(result) !== undefined;
    });
    for (const page of due) results.set(page, sweepPage(await bytesOf(page), page.contentType));
  }
  return results;
}

function problemOf(page: SweptPage): string | undefined {
  if (page.status === 'threw') return `threw ${page.message}`;
  if (marginOf(page) >= 0) return undefined;
  return `too slow: ${page.ms.toFixed(1)} ms, parse5 alone ${page.parseMs.toFixed(1)} ms`;
}

function summaryOf(name: string, pages: readonly SweptPage[]): string {
  const results = pages.filter((page): page is Read => page.status === 'read');
  const total = (of: (page: Read) => number): number => results.reduce((sum, page) => sum + of(page), 0);
  const slow = results.filter((page) => marginOf(page) < 0).length;
  const nearest = results.toSorted((a, b) => marginOf(a) - marginOf(b))[0];
  const encodings = new Map<string, number>();
  for (const { encoding } of results) {
    const key = `${encoding.name} by ${encoding.decidedBy}`;
    encodings.set(key, (encodings.get(key) ?? 0) + 1);
  }
  return [
    `${name}: ${pages.length} pages, ${pages.length - results.length} threw, ${slow} too slow`,
    `  ${total((page) => page.blocks)} blocks, ${total((page) => page.tokens)} tokens, ${results.filter((page) => page.tokens === 0).length} pages without any`,
    `  ${Math.round(total((page) => page.ms))} ms from bytes to tokens, parse5 alone ${Math.round(total((page) => page.parseMs))} ms; nearest to the limit: ${nearest?.ms.toFixed(1)} ms, parse5 alone ${nearest?.parseMs.toFixed(1)} ms`,
    ...[...encodings].toSorted((a, b) => b[1] - a[1]).map(([key, count]) => `  ${count} × ${key}`),
  ].join('\n');
}

/** Every page file of a dataset below `data`, by path; those of a folder that is not there are `missing`. */
async function listPages(
  data: string,
  { folders, contentType }: Dataset,
): Promise<{ readonly pages: PageFile[]; readonly missing: string[] }> {
  const pages: PageFile[] = [];
  const missing: string[] = [];
  for (const folder of folders.map((name) => join(data, name))) {
    const files = await readdir(folder).catch(() => undefined);
    if (files === undefined) missing.push(folder);
    for (const file of files?.toSorted() ?? []) {
      pages.push({ path: join(folder, file), ...(contentType !== undefined && { contentType }) });
    }
  }
  return { pages, missing };
}

/** The bytes of a page, unpacked. */
async function bytesOf({ path }: PageFile): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** Reads a page from bytes to tokens, and measures it side by side with parse5. */
function sweepPage(bytes: Uint8Array, contentType: string | undefined): SweptPage {
  try {
    const { text, encoding } = decode(bytes, contentType);
    const { blocks, tokens } = readTokens(bytes, contentType);
    let ms = Infinity;
    let parseMs = Infinity;
    for (let run = 0; run < FEWEST_RUNS || (run < MOST_RUNS && marginOf({ ms, parseMs }) < NEAR_MS); run++) {
      parseMs = Math.min(
        parseMs,
        timeOf(() => parse(text)),
      );
      ms = Math.min(
        ms,
        timeOf(() => readTokens(bytes, contentType)),
      );
    }
    return { status: 'read', encoding, blocks, tokens, ms, parseMs };
  } catch (error) {
    return { status: 'threw', message: String(error) };
  }
}

/** How many milliseconds more a page might have taken; below 0 it took longer than it may. */
function marginOf({ ms, parseMs }: Pick<Extract<SweptPage, { status: 'read' }>, 'ms' | 'parseMs'>): number {
  return FACTOR * parseMs + SURCHARGE_MS - ms;
}

function readTokens(bytes: Uint8Array, contentType: string | undefined): { blocks: number; tokens: number } {
  const { blocks } = htmlToDocument(decode(bytes, contentType).text);
  return { blocks: blocks.length, tokens: tokenize(blocks, new Vocabulary()).length };
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
