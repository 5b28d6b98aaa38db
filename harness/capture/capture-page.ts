import { MOST_PAGE_BYTES } from '../model/limits.ts';
import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { findForeignBytes } from '../corpus/foreign-bytes.ts';
import type { NewPage } from '../corpus/add/start-gold.ts';
import type { Media } from '../model/page.ts';
import { exchange } from '../process/exchange.ts';
import type { ExchangeResult } from '../process/exchange.ts';
import { AssayError, errorCode } from '../util/error.ts';

/** How long a page may take to arrive, milliseconds. */
const LIMIT_MS = 30_000;

/** How many redirections are followed, as browsers do. */
const MOST_REDIRECTIONS = 20;
const REDIRECTIONS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const MEDIA: ReadonlyMap<string, Media> = new Map([
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.txt', 'text'],
]);

const XHTML = 'application/xhtml+xml';

/**
 * A page that somebody saved.
 *
 * @throws AssayError `usage` if there is no such file, or it is neither HTML nor plain text by its name; `bad-input` if its
 * bytes are packed, binary, or plain text that is not UTF-8.
 */
export async function captureFile(file: string): Promise<NewPage> {
  const ending = extname(file);
  const media = MEDIA.get(ending.toLowerCase());
  if (media === undefined) {
    const takes = `${[...MEDIA.keys()].join(', ')}, or an address that begins with http:// or https://`;
    throw new AssayError('usage', `${file} is no page by its name; it takes a file that ends with ${takes}`);
  }
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw new AssayError('usage', `there is no file ${file}`);
  checkSize(found.size, file);
  const bytes = await readFile(file);
  refuseForeign({ bytes, media }, file);
  if (media === 'text' && !isUtf8(bytes)) {
    throw new AssayError(
      'bad-input',
      `${file} is not UTF-8, which a page of plain text must be; save it in UTF-8`,
    );
  }
  // By this name browsers read a file as XML; an address says so in its answer.
  const response = ending.toLowerCase() === '.xhtml' ? { response: { type: XHTML } } : {};
  return { media, bytes, ...response, suggestedName: basename(file, ending) };
}

const HEADERS = {
  accept: 'text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1',
  'user-agent': 'Mozilla/5.0 (compatible; assay corpus add)',
};

/** What the caller decides about the answer of a server. */
export interface CaptureOptions {
  /** Take a page that came with a status of 400 or more, too. */
  readonly anyStatus?: boolean;
}

/**
 * Fetches a page: its bytes as the server sent them, without their compression, redirects followed.
 *
 * @throws AssayError `bad-input` if it does not arrive whole and in time, is too large, an error, or neither HTML nor
 * text; `usage` for an address with a password.
 */
export async function captureUrl(
  address: string,
  { anyStatus = false }: CaptureOptions = {},
): Promise<NewPage> {
  const { url, status, type, bytes } = await fetchPage(address);
  if (!anyStatus) checkStatus(status, address);
  const media = mediaOf(type, address);
  refuseForeign({ bytes, media, ...(type !== undefined && { contentType: type }) }, address);
  if (media === 'text' && !isUtf8(bytes)) {
    throw new AssayError(
      'bad-input',
      `${address} is plain text that is not UTF-8; save it in UTF-8 and add the file`,
    );
  }
  return {
    media,
    bytes,
    url,
    captured: today(),
    response: { status, ...(type !== undefined && { type }) },
    suggestedName: nameOfAddress(url),
  };
}

/** @throws AssayError `bad-input` for bytes that are no text, whatever their name or their server says. */
function refuseForeign(page: Parameters<typeof findForeignBytes>[0], where: string): void {
  const foreign = findForeignBytes(page);
  if (foreign === undefined) return;
  throw new AssayError(
    'bad-input',
    `${where} looks like ${foreign.looksLike}, which is no page; ${foreign.fix}`,
  );
}

/** An answer with its whole body, and the address that it came from at last. */
interface Fetched {
  readonly url: string;
  readonly status: number;
  readonly type: string | undefined;
  readonly bytes: Uint8Array;
}

/** Follows redirections. One time limit holds for the whole way, to the end of the body. */
async function fetchPage(address: string): Promise<Fetched> {
  const deadline = performance.now() + LIMIT_MS;
  let url = checkAddress(address, address);
  for (let redirections = 0; redirections <= MOST_REDIRECTIONS; redirections++) {
    const limitMs = Math.max(1, deadline - performance.now());
    const result = await exchange({
      url,
      method: 'GET',
      headers: HEADERS,
      limitMs,
      mostBytes: MOST_PAGE_BYTES,
    });
    if (result.type === 'too-large') throw tooLarge(address);
    if (result.type !== 'answered') throw unfetched(address, reasonOf(result));
    const { status, headers, body } = result;
    const location = REDIRECTIONS.has(status) ? headers.get('location') : null;
    if (location === null) {
      if (!Buffer.isBuffer(body)) throw unfetched(address, body.fault);
      return { url: url.href, status, type: headers.get('content-type') ?? undefined, bytes: body };
    }
    // Headers are read as Latin-1; what is not ASCII in them is UTF-8.
    url = checkAddress(Buffer.from(location, 'latin1').toString(), address, url);
  }
  throw unfetched(address, 'redirect count exceeded');
}

/** The address without its fragment; `asked` is the one that messages name. */
function checkAddress(address: string, asked: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw unfetched(asked, `${address} is no address; expected http://… or https://…`);
  }
  if (url.username !== '' || url.password !== '') {
    const safe = `${url.origin}${url.pathname}`;
    throw new AssayError('usage', `${safe} holds a user name or password; save the page and add the file`);
  }
  url.hash = '';
  return url;
}

function reasonOf(result: Exclude<ExchangeResult, { type: 'answered' | 'too-large' }>): string {
  if (result.type === 'timeout') return `its whole answer did not come within ${LIMIT_MS / 1000} s`;
  if (result.type === 'cut-off') return `the answer ends in the middle (${errorCode(result.error)})`;
  const { error } = result;
  return (error instanceof Error && error.message) || errorCode(error);
}

function unfetched(address: string, reason: string): AssayError {
  return new AssayError('bad-input', `${address} cannot be fetched: ${reason}`);
}

/** @throws AssayError `bad-input` for a page larger than any article. */
export function checkSize(bytes: number, what: string): void {
  if (bytes > MOST_PAGE_BYTES) throw tooLarge(what);
}

function tooLarge(what: string): AssayError {
  const most = `${MOST_PAGE_BYTES / 1_000_000} MB`;
  return new AssayError('bad-input', `${what} is larger than ${most}, which no page of text is`);
}

/** @throws AssayError `bad-input` for an answer that says it is an error. */
export function checkStatus(status: number, address: string): void {
  if (status < 400) return;
  const fix = 'to keep the page that came with it, e.g. as one with nothing to extract, say --any-status';
  throw new AssayError('bad-input', `${address} was answered with status ${status}; ${fix}`);
}

/**
 * What a page is by the content type it came with; HTML where there is none.
 *
 * @throws AssayError `bad-input` for what is neither HTML nor plain text.
 */
export function mediaOf(contentType: string | undefined, address: string): Media {
  const type = (contentType ?? 'text/html').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === XHTML) return 'html';
  if (type === 'text/plain') return 'text';
  throw new AssayError('bad-input', `${address} is ${type}; a page is HTML or plain text`);
}

/** What a folder may be called after an address: the last part of its path, else the host. */
export function nameOfAddress(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  return decoded(last).replace(/\.(?:x?html?|txt|php|aspx?)$/iu, '');
}

/** The day of today, UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
