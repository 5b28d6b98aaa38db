import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { BrowserContextOptions } from 'playwright-core';
import { findChromium, noChromium } from '../harness/capture/browser.ts';
import { HTML_FILE } from '../harness/report/html.ts';

/**
 * The pictures of `report.html` in the README, of a run over the built-in corpus; pages of others are not to be committed:
 * `npm run screenshots -- RUN`, where RUN is the folder of a run.
 */

const FOLDER = new URL('../reports/screenshots/', import.meta.url).pathname;
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
await browser.close();
