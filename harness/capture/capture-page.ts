import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { NewPage } from '../corpus/add/start-gold.ts';
import type { Media } from '../model/page.ts';
import { AssayError } from '../util/error.ts';

/** Largest page in bytes; the largest pages of the public benchmarks have a quarter of it. */
const MOST_BYTES = 20_000_000;

/** How long a page may take to arrive, milliseconds. */
const LIMIT_MS = 30_000;

const MEDIA: ReadonlyMap<string, Media> = new Map([
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.txt', 'text'],
]);

/**
 * A page that somebody saved.
 *
 * @throws AssayError `usage` if there is no such file, or it is neither HTML nor plain text in UTF-8 by its name.
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
  if (media === 'text' && !isUtf8(bytes)) {
    throw new AssayError(
      'bad-input',
      `${file} is not UTF-8, which a page of plain text must be; save it in UTF-8`,
    );
  }
  return { media, bytes, suggestedName: basename(file, ending) };
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
 * @throws AssayError `bad-input` if it does not arrive in time, is too large, an error, or neither HTML nor text.
 */
export async function captureUrl(
  address: string,
  { anyStatus = false }: CaptureOptions = {},
): Promise<NewPage> {
  const { response, bytes } = await fetchBytes(address);
  const type = response.headers.get('content-type') ?? undefined;
  if (!anyStatus) checkStatus(response.status, address);
  const media = mediaOf(type, address);
  if (media === 'text' && !isUtf8(bytes)) {
    throw new AssayError(
      'bad-input',
      `${address} is plain text that is not UTF-8; save it in UTF-8 and add the file`,
    );
  }
  const url = response.url === '' ? address : response.url;
  return {
    media,
    bytes,
    url,
    captured: today(),
    response: { status: response.status, ...(type !== undefined && { type }) },
    suggestedName: nameOfAddress(url),
  };
}

async function fetchBytes(address: string): Promise<{ response: Response; bytes: Uint8Array }> {
  try {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const response = await fetch(address, { headers: HEADERS, redirect: 'follow', signal });
    return { response, bytes: await readBody(response, address) };
  } catch (cause) {
    if (cause instanceof AssayError) throw cause;
    throw new AssayError('bad-input', `${address} cannot be fetched: ${reasonOf(cause)}`, { cause });
  }
}

/** The body, as far as it may go: one that never ends is not waited for. */
async function readBody({ body }: Response, address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    checkSize(length, address);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `nothing more came within ${LIMIT_MS / 1000} s`;
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

/** @throws AssayError `bad-input` for a page larger than any article. */
export function checkSize(bytes: number, what: string): void {
  if (bytes <= MOST_BYTES) return;
  throw new AssayError(
    'bad-input',
    `${what} is larger than ${MOST_BYTES / 1_000_000} MB, which no page of text is`,
  );
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
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
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
