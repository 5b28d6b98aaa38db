import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { NewPage } from '../corpus/add/start-gold.ts';
import { captureFile, captureUrl, nameOfAddress } from './capture-page.ts';

let server: Server;
let origin: string;

const html = { 'content-type': 'text/html; charset=windows-1252' };
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  '/story.html': (response) => response.writeHead(200, html).end(Buffer.from('<p>\xe9', 'latin1')),
  '/packed': (response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync('<p>packed')),
  '/unpacked': (response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('<p>plain'),
  '/behind': (response) =>
    response
      .writeHead(200, { ...html, 'content-encoding': 'gzip' })
      .end(Buffer.concat([gzipSync('<p>packed'), Buffer.from('garbage')])),
  '/cut-in-gzip': (response) =>
    response
      .writeHead(200, { ...html, 'content-encoding': 'gzip' })
      .end(gzipSync('<p>packed').subarray(0, -9)),
  '/away': (response) => response.writeHead(302, { location: 'ftp://a.example/' }).end(),
  '/moved': (response) => response.writeHead(302, { location: '/story.html' }).end(),
  '/circle': (response) => response.writeHead(302, { location: '/circle' }).end(),
  '/gone': (response) => response.writeHead(410, html).end('<p>gone'),
  '/plain': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('One.'),
  '/latin': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(Buffer.from([0xe9])),
  '/bare': (response) => response.writeHead(200).end('<p>bare'),
  '/paper.pdf': (response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
  '/gzip': (response) => response.writeHead(200, html).end(gzipSync('<p>packed twice')),
  '/wide': (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-16le' })
      .end(Buffer.from('<p>wide', 'utf16le')),
  '/large': (response) => response.writeHead(200, html).end(Buffer.alloc(20_000_001, 'x')),
  '/cut': (response) => {
    response.writeHead(200, { ...html, 'content-length': '100' });
    response.write('<p>');
    setTimeout(() => response.destroy(), 20);
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = ANSWERS[request.url ?? ''];
    if (answer === undefined) response.writeHead(404, html).end('<p>none');
    else answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a page that is fetched', () => {
  test('keeps its bytes, what the server said, the address and the day', async () => {
    const page = await captureUrl(`${origin}/story.html`);
    expect(page).toMatchObject({
      media: 'html',
      url: `${origin}/story.html`,
      response: { status: 200, type: 'text/html; charset=windows-1252' },
      suggestedName: 'story',
    });
    expect([...page.bytes]).toEqual([0x3c, 0x70, 0x3e, 0xe9]);
    expect(page.captured).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  test('is unpacked, follows redirects, may be plain text or say nothing of its type', async () => {
    expect(Buffer.from((await captureUrl(`${origin}/packed`)).bytes).toString()).toBe('<p>packed');
    expect((await captureUrl(`${origin}/moved`)).url).toBe(`${origin}/story.html`);
    expect((await captureUrl(`${origin}/plain`)).media).toBe('text');
    expect((await captureUrl(`${origin}/wide`)).bytes).toHaveLength(14);
    expect(await captureUrl(`${origin}/bare`)).toMatchObject({ media: 'html', response: { status: 200 } });
  });

  test.each([
    ['/gone', 'was answered with status 410; to keep the page'],
    ['/paper.pdf', 'is application/pdf; a page is HTML or plain text'],
    ['/latin', 'is plain text that is not UTF-8'],
    ['/large', 'is larger than 20 MB'],
    ['/gzip', 'looks like gzip, which is no page; unpack it first; "curl --compressed" does so by itself'],
    ['/circle', 'cannot be fetched: redirect count exceeded'],
    ['/cut', 'cannot be fetched: the answer ends in the middle (ECONNRESET)'],
    [
      '/unpacked',
      'cannot be fetched: Content-Encoding is gzip, and the body is not packed so (incorrect header',
    ],
    [
      '/behind',
      'cannot be fetched: Content-Encoding is gzip, and the body is not packed so (incorrect header',
    ],
    ['/cut-in-gzip', 'cannot be fetched: Content-Encoding is gzip, and the packed body ends in the middle'],
    ['/away', 'cannot be fetched: ftp://a.example/ is no address; expected http://… or https://…'],
  ])('%s is told', async (path, message) => {
    await expect(captureUrl(`${origin}${path}`)).rejects.toThrow(`${origin}${path} ${message}`);
    await expect(captureUrl(`${origin}${path}`)).rejects.toMatchObject({ code: 'bad-input' });
  });

  test('has no password in its address, where it would be kept', async () => {
    const address = `${origin.replace('//', '//me:secret@')}/story.html`;
    const message = `${origin}/story.html holds a user name or password; save the page and add the file`;
    await expect(captureUrl(address)).rejects.toMatchObject({ code: 'usage', message });
  });

  test('an error may be kept', async () => {
    expect(await captureUrl(`${origin}/gone`, { anyStatus: true })).toMatchObject({
      response: { status: 410 },
    });
  });
});

test.each([
  ['https://a.example/2025/07/a-story.html?x=1#y', 'a-story'],
  ['https://a.example/a-story/', 'a-story'],
  ['https://a.example/', 'a.example'],
  ['https://a.example/%C3%BCber', 'über'],
  ['https://a.example/50%', '50%'],
])('%s suggests the name %s', (address, name) => {
  expect(nameOfAddress(address)).toBe(name);
});

describe('a saved page', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-capture-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function capture(name: string, content: string | Uint8Array): Promise<NewPage> {
    await writeFile(join(folder, name), content);
    return captureFile(join(folder, name));
  }

  test('is XHTML by its name', async () => {
    const page = { media: 'html', bytes: Buffer.from('<p/>') };
    const response = { type: 'application/xhtml+xml' };
    expect(await capture('a.XHTML', '<p/>')).toEqual({ ...page, response, suggestedName: 'a' });
    expect(await capture('b.html', '<p/>')).toEqual({ ...page, suggestedName: 'b' });
  });

  test.each([
    ['packed.html', gzipSync('<p>One.'), 'looks like gzip, which is no page; unpack it first'],
    ['packed.txt', gzipSync('One.'), 'looks like gzip, which is no page; unpack it first'],
    ['wide.html', Buffer.from('<p>One.', 'utf16le'), 'looks like UTF-16 without a byte order mark'],
    ['latin.txt', Buffer.from([0xe9]), 'is not UTF-8, which a page of plain text must be'],
  ])('is text, which %s is not', async (name, bytes, message) => {
    await expect(capture(name, bytes)).rejects.toThrow(`${join(folder, name)} ${message}`);
    await expect(capture(name, bytes)).rejects.toMatchObject({ code: 'bad-input' });
  });
});
