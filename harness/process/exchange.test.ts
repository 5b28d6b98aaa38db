import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exchange } from './exchange.ts';

const TEXT = 'The water came back on Tuesday.';
const GARBAGE = Buffer.from('garbage');

/** What the server answers: the header and the body. */
const ANSWERS: Readonly<Record<string, readonly [encoding: string, body: Buffer]>> = {
  '/gzip': ['gzip', gzipSync(TEXT)],
  '/padded': ['gzip', Buffer.concat([gzipSync(TEXT), Buffer.alloc(9)])],
  '/two-members': ['gzip', Buffer.concat([gzipSync('The water '), gzipSync('came back on Tuesday.')])],
  '/brotli': ['br', brotliCompressSync(TEXT)],
  '/deflate': ['deflate', deflateSync(TEXT)],
  '/raw-deflate': ['deflate', deflateRawSync(TEXT)],
  '/twice': ['br, gzip', gzipSync(brotliCompressSync(TEXT))],
  '/unknown': ['utf-8', Buffer.from(TEXT)],
  '/no-gzip': ['gzip', Buffer.from(TEXT)],
  '/no-brotli': ['br', Buffer.from(TEXT)],
  '/behind-gzip': ['gzip', Buffer.concat([gzipSync(TEXT), GARBAGE])],
  '/behind-padding': ['gzip', Buffer.concat([gzipSync(TEXT), Buffer.alloc(1), GARBAGE])],
  '/behind-brotli': ['br', Buffer.concat([brotliCompressSync(TEXT), GARBAGE])],
  '/behind-deflate': ['deflate', Buffer.concat([deflateSync(TEXT), GARBAGE])],
  '/cut-gzip': ['gzip', gzipSync(TEXT).subarray(0, -1)],
  '/cut-brotli': ['br', brotliCompressSync(TEXT).subarray(0, 10)],
  '/cut-deflate': ['deflate', deflateSync(TEXT).subarray(0, -1)],
  '/bomb': ['gzip', gzipSync(Buffer.alloc(100_000))],
  '/empty': ['gzip', Buffer.alloc(0)],
};

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const answer = ANSWERS[url];
    if (url === '/silent') return;
    if (answer !== undefined) response.writeHead(200, { 'content-encoding': answer[0] }).end(answer[1]);
    else {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '100' });
      response.write(gzipSync(TEXT));
      if (url === '/hangs-up') setTimeout(() => response.destroy(), 20);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(path: string, limitMs = 10_000): Promise<unknown> {
  const url = new URL(path, origin);
  const result = await exchange({ url, method: 'GET', headers: {}, limitMs, mostBytes: 50_000 });
  if (result.type !== 'answered') return result.type;
  return Buffer.isBuffer(result.body) ? result.body.toString() : result.body.fault;
}

describe('the body of an answer', () => {
  test.each([
    '/gzip',
    '/padded',
    '/two-members',
    '/brotli',
    '/deflate',
    '/raw-deflate',
    '/twice',
    '/unknown',
  ])('%s is unpacked', async (path) => {
    expect(await ask(path)).toBe(TEXT);
  });

  test.each([
    ['/no-gzip', 'Content-Encoding is gzip, and the body is not packed so (incorrect header check)'],
    ['/no-brotli', 'Content-Encoding is br, and the body is not packed so (Decompression failed)'],
    ['/behind-gzip', 'Content-Encoding is gzip, and the body is not packed so (incorrect header check)'],
    ['/behind-padding', 'Content-Encoding is gzip, and other bytes stand behind the packed body'],
    ['/behind-brotli', 'Content-Encoding is br, and other bytes stand behind the packed body'],
    ['/behind-deflate', 'Content-Encoding is deflate, and other bytes stand behind the packed body'],
    ['/cut-gzip', 'Content-Encoding is gzip, and the packed body ends in the middle'],
    ['/cut-brotli', 'Content-Encoding is br, and the packed body ends in the middle'],
    ['/cut-deflate', 'Content-Encoding is deflate, and the packed body ends in the middle'],
    ['/bomb', 'too-large'],
    ['/empty', ''],
    ['/hangs-up', 'cut-off'],
  ])('%s: %s', async (path, result) => {
    expect(await ask(path)).toBe(result);
  });
});

test.each(['/silent', '/never-ends'])('%s: the time limit holds', async (path) => {
  expect(await ask(path, 200)).toBe('timeout');
});
