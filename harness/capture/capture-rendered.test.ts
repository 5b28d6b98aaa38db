import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlToDocument } from '../document/html.ts';
import { captureRendered } from './capture-rendered.ts';
import { findChromium, noChromium } from './browser.ts';

let folder: string;
let server: Server;
let origin: string;
const asked: string[] = [];
const before = process.env['TMPDIR'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-rendered-'));
  // Profiles of browsers go here, so that those of other tests are not counted.
  process.env['TMPDIR'] = folder;
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const type = 'text/html; charset=windows-1252';
    response.writeHead(request.url === '/gone' ? 410 : 200, {
      'content-type': type,
      'access-control-allow-origin': '*',
    });
    if (request.url === '/hop') response.end('<script>location = "/story"</script>');
    else response.end(request.url === '/late' ? 'fetched' : Buffer.from(page(), 'latin1'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await rm(folder, { recursive: true, force: true });
});

/** A page that writes one paragraph, asks a question, and fetches another. */
function page(): string {
  return `<!doctype html><p>h\xe9</p><p id=one></p><p id=two></p><img src="${origin}/img"><script>
    document.getElementById('one').textContent = 'by script';
    alert('held');
    fetch('${origin}/late').then((answer) => answer.text()).then((text) => { document.getElementById('two').textContent = text; });
  </script>`;
}

/** A page is rendered only where there is a browser; what runs in CI has one, see .ci/run. */
const chromium = findChromium();

describe.skipIf(chromium === undefined)('a page that Chromium shows (skipped where there is none)', () => {
  test('holds what its scripts wrote and fetched, in UTF-8', async () => {
    const rendered = await captureRendered(`${origin}/story`);
    expect(rendered).toMatchObject({
      media: 'html',
      url: `${origin}/story`,
      response: { status: 200, type: 'text/html; charset=utf-8' },
      suggestedName: 'story',
    });
    expect(Buffer.from(rendered.bytes).toString()).toMatch(
      /^<!DOCTYPE html>\n<html>.*<p>hé<\/p><p id="one">by script<\/p><p id="two">fetched<\/p>/su,
    );
    expect(await profiles()).toEqual([]);
  });

  test('is the one to which a script leads on', async () => {
    const rendered = await captureRendered(`${origin}/hop`);
    expect(rendered.url).toBe(`${origin}/story`);
    expect(Buffer.from(rendered.bytes).toString()).toContain('<p id="one">by script</p>');
  });

  test('fetches nothing where it is a file', async () => {
    const file = join(folder, 'saved.html');
    await writeFile(file, Buffer.from(`<meta charset=latin1>${page()}`, 'latin1'));
    asked.length = 0;
    const rendered = await captureRendered(file);
    expect(asked).toEqual([]);
    expect(rendered.url).toBeUndefined();
    expect(rendered.response).toEqual({ type: 'text/html; charset=utf-8' });
    expect(Buffer.from(rendered.bytes).toString()).toContain('<p id="one">by script</p><p id="two"></p>');
  });

  test('keeps its shadow trees, declared and made by scripts, one in another', async () => {
    const file = join(folder, 'shadow.html');
    await writeFile(
      file,
      `<html lang="$&"><x-a><template shadowrootmode=open>a <slot></slot></template>b</x-a><p id=p></p><script>
        document.getElementById('p').attachShadow({ mode: 'open' }).innerHTML = '<div>c</div>';
        document.getElementById('p').shadowRoot.firstChild.attachShadow({ mode: 'open' }).append('d');
      </script>`,
    );
    const html = Buffer.from((await captureRendered(file)).bytes).toString();
    expect(html).toMatch(/^<html lang="\$&amp;"><head>.*<\/body><\/html>$/su);
    expect(htmlToDocument(html).blocks.map(({ text }) => text)).toEqual(['a b', 'd']);
  });

  test('is saved as HTML where it came as XML', async () => {
    const file = join(folder, 'page.xhtml');
    await writeFile(
      file,
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><script src="a.js"/></head><body><p>a</p></body></html>',
    );
    const { bytes, response } = await captureRendered(file);
    expect(response).toEqual({ type: 'text/html; charset=utf-8' });
    expect(Buffer.from(bytes).toString()).toMatch(
      /^<html[^>]*><head[^>]*><script src="a\.js"><\/script><\/head><body[^>]*><p>a<\/p><\/body><\/html>$/su,
    );
  });

  test('is told where it is an error or cannot be reached', async () => {
    await expect(captureRendered(`${origin}/gone`)).rejects.toThrow('was answered with status 410');
    await expect(captureRendered('http://nowhere.invalid/')).rejects.toThrow(
      'cannot show http://nowhere.invalid/',
    );
  });
});

describe('where there is no browser that works', () => {
  test('one message says so', async () => {
    await withChromium(join(folder, 'none'), async () => {
      await expect(captureRendered('x.html')).rejects.toThrow(
        `--rendered: there is no Chromium at ${folder}/none; install one`,
      );
    });
    const broken = join(folder, 'broken');
    await writeFile(broken, '#!/bin/sh\nexit 1\n');
    await chmod(broken, 0o755);
    await withChromium(broken, async () => {
      await expect(captureRendered(`${origin}/x`)).rejects.toThrow(`Chromium (${broken}) cannot show`);
    });
    expect(await profiles()).toEqual([]);
  });

  test('a name in the environment goes before what is on the PATH', async () => {
    const path = join(folder, 'chromium');
    await writeFile(path, '');
    expect(findChromium({ CHROMIUM_PATH: path, PATH: '' })).toBe(path);
    expect(findChromium({ CHROME_PATH: path, PATH: '' })).toBe(path);
    expect(findChromium({ CHROMIUM_PATH: join(folder, 'none'), PATH: folder })).toBeUndefined();
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(path);
    expect(noChromium({})).toMatch(/^there is no Chromium on this machine; install one/);
  });
});

async function withChromium(path: string, act: () => Promise<void>): Promise<void> {
  const named = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = path;
  try {
    await act();
  } finally {
    if (named === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = named;
  }
}

/** Profiles of browsers that have not been taken away. */
async function profiles(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('assay-chromium-'));
}
