import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { BrowserContextOptions } from 'playwright-core';
import { findChromium, noChromium } from '../harness/capture/browser.ts';
import { HTML_FILE } from '../harness/report/html.ts';

/**
 * The pictures in the README, of `report.html` and of the terminal, of a run over the built-in corpus; pages of others are not to
 * be committed: `npm run screenshots -- RUN`, where RUN is the folder of a run. `script` of util-linux stands in for a terminal.
 */

const FOLDER = new URL('../reports/screenshots/', import.meta.url).pathname;
const ASSAY = new URL('../harness/cli/assay.mjs', import.meta.url).pathname;
const WIDE = { viewport: { width: 1200, height: 760 } };
const PHONE = { viewport: { width: 390, height: 760 } };

/** A view of the report, by what stands in its address. */
const SHOTS: readonly (readonly [name: string, address: string, look: BrowserContextOptions])[] = [
  ['overview', 'overview', { ...WIDE, colorScheme: 'light' }],
  ['compare-dark', 'compare', { ...WIDE, colorScheme: 'dark' }],
  ['pages-phone', 'pages?class=related&sort=-a&brief=1', { ...PHONE, colorScheme: 'light' }],
];

const [run] = process.argv.slice(2);
const executablePath = findChromium();
if (run === undefined || executablePath === undefined) {
  console.error(
    run === undefined ? 'screenshots: name the folder of a run over the built-in corpus' : noChromium(),
  );
  process.exit(2);
}
await mkdir(FOLDER, { recursive: true });
const report = pathToFileURL(join(resolve(run), HTML_FILE)).href;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const [name, address, look] of SHOTS) {
  const context = await browser.newContext(look);
  const page = await context.newPage();
  await page.goto(`${report}#${address}`);
  await page.waitForSelector('nav');
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  // A page of the list, as somebody who looks for causes comes to it.
  if (name === 'pages-phone') {
    await page.setViewportSize(WIDE.viewport);
    await page.click('tr[data-row="0"] a');
    await page.waitForSelector('.texts');
    await page.evaluate(`document.getElementById('text').scrollIntoView()`);
    await page.evaluate('scrollBy(0, -60)');
    await page.screenshot({ path: join(FOLDER, 'page.png') });
  }
  await context.close();
}
for (const columns of [80, 120]) {
  const page = await browser.newPage({ viewport: { width: columns * 8 + 48, height: 100 } });
  await page.setContent(terminalPage(printedAt(columns)));
  await page.screenshot({ path: join(FOLDER, `terminal-${columns}.png`), fullPage: true });
}
await browser.close();

/** What the report prints in a terminal of some columns. */
function printedAt(columns: number): string {
  const words = [process.execPath, ASSAY, 'report', resolve(run!), '--reporter', 'terminal'];
  const command = `stty cols ${columns} rows 60; ${words.map((word) => `'${word}'`).join(' ')}`;
  return execFileSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8' });
}

/** As a page: bold and dim text, which is all that the report asks of a terminal. */
function terminalPage(printed: string): string {
  const names: Readonly<Record<string, string>> = { '1': '<b>', '2': '<i>', '22': '</b></i>' };
  const text = printed
    .replaceAll('\r', '')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // oxlint-disable-next-line no-control-regex -- it is what terminals are told by
    .replaceAll(/\u001B\[(\d+)m/g, (_, code: string) => names[code] ?? '');
  const look = 'margin:0;padding:16px 24px;background:#16181d;color:#d8dbe2;font:13.3px/1.35 monospace';
  return `<style>body{margin:0}i{font-style:normal;color:#8b93a3}b{color:#fff}</style><pre style="${look}">${text}</pre>`;
}
