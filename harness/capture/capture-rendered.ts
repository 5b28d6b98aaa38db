import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NewPage } from '../corpus/add/start-gold.ts';
import { AssayError } from '../util/error.ts';
import { captureFile, checkSize, checkStatus, mediaOf, nameOfAddress, today } from './capture-page.ts';
import { Browser, findChromium, noChromium } from './browser.ts';
import type { LoadedPage } from './browser.ts';
import type { CaptureOptions } from './capture-page.ts';

/** What the browser's tree is saved as, whatever the page came in. */
const TYPE = 'text/html; charset=utf-8';

/**
 * The tree as HTML, also where the page came as XML, with its open shadow roots as declarative ones, and where the page
 * ended up. Text in frames is not in it.
 */
const SERIALISED = `(() => {
  const shadowRoots = [];
  const findRoots = (tree) => {
    for (const { shadowRoot } of tree.querySelectorAll('*')) {
      if (shadowRoot === null) continue;
      shadowRoots.push(shadowRoot);
      findRoots(shadowRoot);
    }
  };
  findRoots(document);
  const root = document.implementation.createHTMLDocument().createElement('html');
  for (const { name, value } of document.documentElement.attributes) root.setAttribute(name, value);
  const [begin, end] = root.outerHTML.split(/(?=<\\/html>$)/);
  const doctype = document.doctype ? new XMLSerializer().serializeToString(document.doctype) + '\\n' : '';
  return {
    url: document.URL,
    html: doctype + begin + document.documentElement.getHTML({ shadowRoots }) + end,
  };
})()`;

/**
 * A page as Chromium shows it: its tree after its scripts have run, as HTML in UTF-8. For a file nothing is fetched
 * from anywhere, whatever the page asks for.
 *
 * @throws AssayError `usage` where there is no Chromium, `bad-input` for a page that it cannot load.
 */
export async function captureRendered(source: string, options: CaptureOptions = {}): Promise<NewPage> {
  const path = findChromium();
  if (path === undefined) throw new AssayError('usage', `--rendered: ${noChromium()}`);
  const isAddress = /^https?:/iu.test(source);
  const file = isAddress ? undefined : await captureFile(source);
  if (file?.media === 'text')
    throw new AssayError('usage', '--rendered: a page of plain text has nothing to render');
  const address = isAddress ? source : pathToFileURL(resolve(source)).href;
  const { answer, url, html } = await render(path, address, source);
  const bytes = Buffer.from(html);
  checkSize(bytes.length, source);
  if (file !== undefined) return { ...file, bytes, response: { type: TYPE } };
  const { status } = answer;
  if (options.anyStatus !== true) checkStatus(status ?? 200, source);
  if (mediaOf(answer.mimeType, source) === 'text') {
    throw new AssayError('bad-input', `${source} is plain text; add it without --rendered`);
  }
  const response = { ...(status !== undefined && { status }), type: TYPE };
  return { media: 'html', bytes, url, captured: today(), response, suggestedName: nameOfAddress(url) };
}

interface Rendered {
  readonly answer: LoadedPage;
  readonly url: string;
  readonly html: string;
}

async function render(path: string, address: string, source: string): Promise<Rendered> {
  let browser: Browser | undefined;
  try {
    browser = await Browser.launch(path, { offline: address.startsWith('file:') });
    const answer = await browser.load(address, { settle: true });
    const seen = await browser.value(SERIALISED);
    if (isSeen(seen)) return { answer, ...seen };
    throw new Error('the page gave no tree');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AssayError('bad-input', `Chromium (${path}) cannot show ${source}: ${reason}`, { cause });
  } finally {
    await browser?.close();
  }
}

function isSeen(value: unknown): value is { url: string; html: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'url' in value &&
    'html' in value &&
    typeof value.url === 'string' &&
    typeof value.html === 'string'
  );
}
