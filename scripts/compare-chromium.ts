import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Browser, findChromium, noChromium } from '../harness/capture/browser.ts';
import { decode } from '../harness/document/decode.ts';
import { htmlToDocument } from '../harness/document/html.ts';
import { documentToText, textToDocument } from '../harness/document/plain-text.ts';
import { Vocabulary, tokenize } from '../harness/document/tokens.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = `npm run compare-chromium -- FOLDER… [--every N] [--style-elements] [--words]

Compares the text that Assay reads in pages with what Chromium shows of them (innerText), without scripts and without
network. Pages are the files *.html and *.html.gz below each folder.`;

/** What Assay reads otherwise than a browser on purpose (harness/document/README.md), as a style sheet for Chromium. */
const CHOICES = `
  select, textarea, svg, rt, rp, rtc, annotation, annotation-xml { display: none !important }
  details::details-content, [hidden="until-found" i] { content-visibility: visible !important }
  [style*="content-visibility:auto"], [style*="content-visibility: auto"] { content-visibility: visible !important }
`;

/** Objects that words do not run across: `innerText` says nothing of them. */
const OBJECTS =
  'img, input, button, iframe, object, embed, svg, canvas, audio, video, select, textarea, marquee';

const SHOWN = `(() => {
  const choices = new CSSStyleSheet();
  choices.replaceSync(${JSON.stringify(CHOICES)});
  document.adoptedStyleSheets = [choices];
  for (const object of document.querySelectorAll('${OBJECTS}')) {
    object.before(' ');
    object.after(' ');
  }
  return document.body?.innerText ?? '';
})()`;

const { values, positionals: folders } = readArguments(USAGE, {
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    'style-elements': { type: 'boolean', default: false },
    words: { type: 'boolean', default: false },
  },
});
const chromium = findChromium();
if (chromium === undefined || folders.length === 0) {
  console.error(chromium === undefined ? `skipped: ${noChromium()}` : USAGE);
  process.exit(2);
}

/** What was found of one page. */
interface Compared {
  readonly page: string;
  /** The same tokens in the same order. */
  readonly isSame: boolean;
  /** F1 of the tokens as a multiset, 0..1; 1 where neither side has any. */
  readonly agreement: number;
  /** The words that one side has more often, in the order of its text. */
  readonly onlyAssay: readonly string[];
  readonly onlyChromium: readonly string[];
}

let served = Buffer.alloc(0);
const server = await listen();
const browser = await Browser.launch(chromium);
try {
  console.log(`Chromium ${await browser.version()}`);
  for (const folder of folders) report(folder, await compareFolder(folder));
} finally {
  await browser.close();
  server.close();
}

async function compareFolder(folder: string): Promise<Compared[]> {
  const files = await readdir(folder, { recursive: true });
  const pages = files.filter((file) => /\.html(?:\.gz)?$/.test(file)).toSorted();
  const compared: Compared[] = [];
  for (const page of pages.filter((_, index) => index % Number(values.every) === 0)) {
    const bytes = await readFile(join(folder, page));
    compared.push(await comparePage(page, page.endsWith('.gz') ? gunzipSync(bytes) : bytes));
  }
  return compared;
}

/** How pages are decoded is compared elsewhere; letters are folded, for styles make capitals of them. */
async function comparePage(page: string, bytes: Uint8Array): Promise<Compared> {
  const html = decode(bytes).text;
  served = Buffer.from(html);
  await browser.load(addressOf(server));
  const shown = String(await browser.value(SHOWN));
  const assay = wordsOf(documentToText(htmlToDocument(html)));
  const browsers = wordsOf(shown);
  const onlyAssay = surplusOf(assay, browsers);
  const onlyChromium = surplusOf(browsers, assay);
  const all = assay.length + browsers.length;
  const agreement = all === 0 ? 1 : 1 - (onlyAssay.length + onlyChromium.length) / all;
  return { page, isSame: assay.join(' ') === browsers.join(' '), agreement, onlyAssay, onlyChromium };
}

function wordsOf(text: string): string[] {
  const vocabulary = new Vocabulary();
  const { ids } = tokenize(textToDocument(text.toLowerCase()).blocks, vocabulary);
  return [...ids].map((id) => vocabulary.wordOf(id));
}

function surplusOf(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

function report(folder: string, compared: readonly Compared[]): void {
  const same = compared.filter(({ isSame }) => isSame).length / compared.length;
  const mean = compared.reduce((sum, { agreement }) => sum + agreement, 0) / compared.length;
  console.log(
    `${folder}: ${compared.length} pages, ${same.toFixed(3)} identical, mean agreement ${mean.toFixed(4)}`,
  );
  if (!values.words) return;
  const differing = compared.filter(({ isSame }) => !isSame).toSorted((a, b) => a.agreement - b.agreement);
  for (const { page, agreement, onlyAssay, onlyChromium } of differing) {
    console.log(`  ${agreement.toFixed(4)} ${page}`);
    console.log(`    only Assay ${onlyAssay.length}: ${onlyAssay.slice(0, 12).join(' ')}`);
    console.log(`    only Chromium ${onlyChromium.length}: ${onlyChromium.slice(0, 12).join(' ')}`);
  }
}

/**
 * Serves the page at hand. A policy refuses scripts, rather than a browser without them: so `noscript` is not shown, as on
 * the page that readers get. It refuses style elements, too, which Assay does not read; `--style-elements` says what that
 * costs.
 */
function listen(): Promise<Server> {
  const styles = values['style-elements'] ? "style-src 'unsafe-inline'" : "style-src-attr 'unsafe-inline'";
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; ${styles}`,
  };
  const pages = createServer((_, response) => response.writeHead(200, headers).end(served));
  return new Promise((resolve) => pages.listen(0, '127.0.0.1', () => resolve(pages)));
}

function addressOf(pages: Server): string {
  const address = pages.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}/`;
}
