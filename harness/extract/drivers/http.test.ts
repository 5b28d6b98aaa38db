import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { HttpEntry } from '../../model/config.ts';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { loadEntry } from '../load-entry.ts';

interface PageRequest {
  readonly id: string;
  readonly url?: string;
  readonly html?: string;
  readonly bytes?: string;
}

type Answer = (request: PageRequest, response: ServerResponse, tries: number, sent: IncomingMessage) => void;

const SECRET = 'ssh-very-secret';

/** What the service does with a page, by the page's HTML. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'answers with id': ({ id }, response) => response.end(JSON.stringify({ id, text: 'answered' })),
  'answers null': (_, response) => response.end('{"text": "", "title": null}'),
  'answers the wrong id': (_, response) => response.end('{"id": "another", "text": ""}'),
  'answers no JSON': (_, response) => response.end('<html>'),
  'answers no UTF-8': (_, response) => response.end(Buffer.from([0x22, 0xff, 0x22])),
  'says gzip and is not': (_, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('{"text": "plain"}'),
  'has bytes behind gzip': (_, response) =>
    response
      .writeHead(200, { 'Content-Encoding': 'gzip' })
      .end(Buffer.concat([gzipSync('{"text": "a"}'), Buffer.from('garbage')])),
  'is cut off in gzip': (_, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('{"text": "a"}').subarray(0, -9)),
  'packs its answer': (_, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('{"text": "packed"}')),
  'is busy behind a bad proxy': (_, response) =>
    response.writeHead(503, { 'Content-Encoding': 'gzip', 'Retry-After': '3600' }).end('busy'),
  'never ends in gzip': (_, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).write(gzipSync('{"text": "a"}').subarray(0, 15)),
  'answers a list': (_, response) => response.end('[]'),
  'answers an unknown field': (_, response) => response.end('{"text": "", "autors": []}'),
  'answers too much': (_, response) => {
    const chunk = Buffer.alloc(2 ** 20, 0x20);
    const write = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', write);
    };
    write();
  },
  'says that it failed': (_, response) => response.end('{"error": "no body"}'),
  'never answers': () => {},
  'never ends': (_, response) => response.write('{'),
  'breaks down': (_, response) => response.writeHead(500).end('Traceback\nline 2'),
  'is busy once': (_, response, tries) => {
    if (tries === 1) response.writeHead(503, { 'Retry-After': '0' }).end();
    else response.end(JSON.stringify({ text: `at try ${tries}` }));
  },
  'hangs up once': (_, response, tries) => {
    if (tries === 1) response.destroy();
    else response.end(JSON.stringify({ text: `at try ${tries}` }));
  },
  'asks for a second': (_, response, tries) => {
    if (tries === 1) response.writeHead(429, { 'Retry-After': '1' }).end();
    else response.end(JSON.stringify({ text: `at try ${tries}` }));
  },
  'asks for an hour': (_, response) => response.writeHead(429, { 'Retry-After': '3600' }).end(),
  'is always busy': (_, response) => response.writeHead(503).end(),
  redirects: (_, response) =>
    response.writeHead(302, { Location: 'http://elsewhere.example/new?token=1' }).end(),
  'repeats its headers': (_, response, tries, { headers }) =>
    response.writeHead(403).end(`may not: ${headers.authorization}`),
  'repeats them at great length': (_, response, tries, { headers }) =>
    response.writeHead(403).end(`${'x'.repeat(250)} ${headers.authorization}`),
  'repeats them and is cut off': (_, response, tries, { headers }) =>
    response.writeHead(403).end(`${'\n'.repeat(1990)}${headers.authorization}`),
  'repeats them for JSON': (_, response, tries, { headers }) => response.end(headers.authorization),
  'repeats them in a field': (_, response, tries, { headers }) =>
    response.end(JSON.stringify({ [`x${headers.authorization}`]: 1 })),
  'repeats them with every character escaped': (_, response, tries, { headers }) => {
    const escaped = Array.from(
      headers.authorization ?? '',
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    response.end(`{"text": "${escaped.join('')}"}`);
  },
  'repeats them as text': (_, response, tries, { headers }) =>
    response.end(JSON.stringify({ text: headers.authorization })),
  'shows its request': (request, response, tries, { headers, method }) => {
    const { authorization, 'x-mode': mode, 'content-type': type } = headers;
    response.end(JSON.stringify({ text: JSON.stringify({ method, type, authorization, mode, ...request }) }));
  },
};

let server: Server;
let url = '';
const tries = new Map<string, number>();
let atOnce = 0;
let mostAtOnce = 0;

beforeAll(async () => {
  vi.stubEnv('ASSAY_TEST_TOKEN', SECRET);
  server = createServer((sent, response) => {
    const chunks: Buffer[] = [];
    sent.on('data', (chunk: Buffer) => chunks.push(chunk));
    sent.on('end', () => {
      const request = JSON.parse(Buffer.concat(chunks).toString()) as PageRequest;
      const count = (tries.get(request.id) ?? 0) + 1;
      tries.set(request.id, count);
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      response.once('close', () => atOnce--);
      const answer = ANSWERS[request.html ?? 'shows its request'];
      if (answer === undefined) setTimeout(() => response.end(JSON.stringify({ text: request.html })), 50);
      else answer(request, response, count, sent);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/extract`;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

function pageOf(html: string, more: Partial<Page> = {}): Page {
  return { id: html, site: 's', media: 'html', bytes: Buffer.from(html), ...more };
}

async function extract(page: Page, entry: Partial<HttpEntry> = {}, timeoutMs = 10_000): Promise<Outcome> {
  const extractor = await loadEntry({ http: url, retries: 1, ...entry }, process.cwd());
  const session = await extractor.open({ workers: 2, timeoutMs });
  const outcome = await session.extract(page);
  await session.close();
  return outcome;
}

describe.concurrent('a service', () => {
  test.each([
    ['a page', 'a page'],
    ['answers with id', 'answered'],
    ['answers null', ''],
    ['packs its answer', 'packed'],
    ['is busy once', 'at try 2'],
    ['hangs up once', 'at try 2'],
  ])('%s: extracted', async (html, text) => {
    const outcome = await extract(pageOf(html));
    expect(outcome).toMatchObject({ status: 'extracted', extraction: { text } });
    expect(outcome).toHaveProperty('ms');
  });

  test.each([
    ['says that it failed', 'threw', 'no body'],
    ['breaks down', 'threw', 'the service answered with status 500: Traceback'],
    [
      'answers the wrong id',
      'bad-output',
      'the service answered the id "another"; expected "answers the wrong id"',
    ],
    ['answers no UTF-8', 'bad-output', 'the service answered with no UTF-8'],
    ['answers a list', 'bad-output', 'the service answered with JSON that is no object'],
    [
      'says gzip and is not',
      'bad-output',
      'the service cannot be read: Content-Encoding is gzip, and the body is not packed so (incorrect header check)',
    ],
    [
      'has bytes behind gzip',
      'bad-output',
      'the service cannot be read: Content-Encoding is gzip, and the body is not packed so (incorrect header check)',
    ],
    [
      'is cut off in gzip',
      'bad-output',
      'the service cannot be read: Content-Encoding is gzip, and the packed body ends in the middle',
    ],
    ['is busy behind a bad proxy', 'unavailable', 'the service answered with status 503'],
    ['answers too much', 'too-large', 'the answer is longer than any extraction'],
    ['is always busy', 'unavailable', 'the service answered with status 503'],
    [
      'redirects',
      'unavailable',
      'the service answered with status 302, a redirection to http://elsewhere.example/new, which is not followed; name that URL',
    ],
  ])('%s: %s', async (html, failure, message) => {
    expect(await extract(pageOf(html))).toMatchObject({ status: 'failed', failure, message });
  });

  test.each([
    ['answers no JSON', /^the service answered with no JSON \(Unexpected token/],
    ['answers an unknown field', /^returned an object with the unknown field "autors"/],
  ])('%s: bad-output', async (html, message) => {
    const outcome = await extract(pageOf(html));
    expect(outcome).toMatchObject({
      failure: 'bad-output',
      message: expect.stringMatching(message) as unknown,
    });
  });

  test.each(['never answers', 'never ends', 'never ends in gzip'])(
    '%s: timeout, without another try',
    async (html) => {
      const message = 'no answer within 300 ms';
      expect(await extract(pageOf(html), {}, 300)).toEqual({ status: 'failed', failure: 'timeout', message });
      expect(tries.get(html)).toBe(1);
    },
  );

  test('that asks to wait is waited for, but not for an hour', async () => {
    const began = performance.now();
    expect(await extract(pageOf('asks for a second'))).toMatchObject({ extraction: { text: 'at try 2' } });
    expect(performance.now() - began).toBeGreaterThanOrEqual(1000);
    const message = 'the service answered with status 429';
    expect(await extract(pageOf('asks for an hour'))).toMatchObject({ failure: 'unavailable', message });
    expect(tries.get('asks for an hour')).toBe(1);
  });

  test('that is not there is unavailable', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const http = `http://127.0.0.1:${(gone.address() as AddressInfo).port}/`;
    await new Promise((resolve) => gone.close(resolve));
    const outcome = await extract(pageOf('a page'), { http, retries: 1 });
    const message = 'the service is not there (ECONNREFUSED)';
    expect(outcome).toEqual({ status: 'failed', failure: 'unavailable', message });
  });

  test('gets the page with its URL, and headers from the environment', async () => {
    const headers = { Authorization: { env: 'ASSAY_TEST_TOKEN', prefix: 'Bearer ' }, 'X-Mode': 'article' };
    const page = pageOf('shows its request', { url: 'https://a.example/' });
    const outcome = await extract(page, { headers });
    const request = {
      method: 'POST',
      type: 'application/json',
      // Which shows that it came, and that nothing keeps it.
      authorization: 'Bearer [secret]',
      mode: 'article',
      id: page.id,
      url: page.url,
      html: 'shows its request',
    };
    expect(outcome).toMatchObject({ extraction: { text: JSON.stringify(request) } });
  });

  test('gets the bytes where it wants them', async () => {
    const outcome = await extract(pageOf('caf\u00E9'), { wants: 'bytes' });
    expect(outcome).toHaveProperty('extraction.text', expect.stringContaining('"bytes":"Y2Fmw6k="'));
  });

  test('skips pages of plain text, unless it accepts them', async () => {
    expect(await extract(pageOf('x', { media: 'text' }))).toHaveProperty('status', 'skipped');
  });
});

describe('secrets', () => {
  const headers = { Authorization: { env: 'ASSAY_TEST_TOKEN' } };

  test('are in nothing that is kept', async () => {
    const kept = await loadEntry({ http: url, headers }, process.cwd());
    expect(JSON.stringify(kept)).not.toContain(SECRET);
    vi.stubEnv('ASSAY_TEST_TOKEN', 'another');
    expect((await loadEntry({ http: url, headers }, process.cwd())).fingerprint).toBe(kept.fingerprint);
    vi.stubEnv('ASSAY_TEST_TOKEN', SECRET);
  });

  test('that a service repeats are not shown', async () => {
    const outcome = await extract(pageOf('repeats its headers'), { headers });
    const message = 'the service answered with status 403: may not: [secret]';
    expect(outcome).toEqual({ status: 'failed', failure: 'unavailable', message });
  });

  test.each([
    ['a word', SECRET],
    ['with a newline at its end, as files have it', `${SECRET}\n`],
    ['with signs that JSON quotes', 'very "secret" \\ here'],
  ])('are in no part of an outcome, %s', async (_, secret) => {
    vi.stubEnv('ASSAY_TEST_TOKEN', secret);
    for (const html of Object.keys(ANSWERS).filter((each) => each.startsWith('repeats'))) {
      const outcome = JSON.stringify(await extract(pageOf(html), { headers }));
      expect(outcome).not.toMatch(/ssh-|very|here/u);
    }
    vi.stubEnv('ASSAY_TEST_TOKEN', SECRET);
  });

  test('that cannot be sent are refused without a look at them', async () => {
    vi.stubEnv('ASSAY_TEST_TOKEN', 'two\nlines');
    await expect(loadEntry({ http: url, headers }, '.')).rejects.toMatchObject({
      code: 'usage',
      message: `${url}: headers.Authorization: what the variable ASSAY_TEST_TOKEN holds cannot be sent; expected one line without other letters than those of Latin-1`,
    });
    vi.stubEnv('ASSAY_TEST_TOKEN', SECRET);
  });

  test.each([
    [{ http: 'http://h/', headers: { 'X-Api-Key': 'abc' } }, 'http://h/: headers.X-Api-Key: found a secret in the configuration; write X-Api-Key: { env: NAME_OF_A_VARIABLE }'],
    [{ http: 'http://h/', headers: { Authorization: { env: 'ASSAY_TEST_UNSET' } } }, 'http://h/: headers.Authorization: the variable ASSAY_TEST_UNSET is not set; set it in the environment'],
    [{ http: 'http://me:word@h/x' }, 'http://h/x: found a user name or password in the URL; expected none, because URLs are printed and stored; send it as a header from the environment'],
    [{ http: 'http://h/x?api_key=1' }, 'http://h/x: found the parameter api_key in the URL; expected none, because URLs are printed and stored; send it as a header from the environment'],
    [{ http: 'ftp://h/' }, 'ftp://h/: found no URL of a service; expected http://… or https://…'],
  ])('are refused where they would be printed: %j', async (entry, message) => {
    await expect(async () => loadEntry(entry, '.')).rejects.toMatchObject({ code: 'usage', message });
  }); // prettier-ignore
});

test('no more pages are in work than concurrency says', async () => {
  const extractor = await loadEntry({ http: url, concurrency: 2 }, process.cwd());
  const session = await extractor.open({ workers: 8, timeoutMs: 10_000 });
  mostAtOnce = 0;
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((html) => session.extract(pageOf(html))));
  expect(mostAtOnce).toBe(2);
  await session.close();
  await expect(session.extract(pageOf('f'))).rejects.toThrow('the session was closed');
});

test('a service is called by its URL', async () => {
  const extractor = await loadEntry({ http: url, version: '3' }, process.cwd());
  const { name, version, driver, source, network } = extractor;
  expect({ name, version, driver, source, network }).toEqual({
    name: url.replace('http://', ''),
    version: '3',
    driver: 'http',
    source: url,
    network: 'allowed',
  });
});
