import * as http from 'node:http';
import * as https from 'node:https';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { errorCode } from '../util/error.ts';

/** One request over HTTP. */
export interface ExchangeRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Time limit in milliseconds, from sending to the end of the unpacked answer. */
  readonly limitMs: number;
  /** Largest body in bytes, packed or unpacked. */
  readonly mostBytes: number;
  /** Aborts it from outside. */
  readonly signal?: AbortSignal;
}

/** What came of it. */
export type ExchangeResult =
  | {
      readonly type: 'answered';
      readonly status: number;
      readonly headers: Headers;
      /** Without its compression; the fault in words where it is not packed as `Content-Encoding` says. */
      readonly body: Buffer | { readonly fault: string };
    }
  | { readonly type: 'unreachable'; readonly error: unknown }
  /** The connection ended before the answer did. */
  | { readonly type: 'cut-off'; readonly error: unknown }
  | { readonly type: 'timeout' }
  | { readonly type: 'too-large' };

const DEFAULT_HEADERS = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': '*',
  'user-agent': 'node',
};

/**
 * Sends a request and reads the whole answer; follows no redirections. It always resolves, at the latest when the time
 * limit is over: `fetch` does not where an answer cannot be unpacked, and takes a packed answer that is cut off for a
 * whole one.
 */
export function exchange(request: ExchangeRequest): Promise<ExchangeResult> {
  const { url, method, headers, body, limitMs, signal } = request;
  return new Promise((resolve) => {
    const { request: send } = url.protocol === 'https:' ? https : http;
    const sent = send(url, { method, headers: { ...DEFAULT_HEADERS, ...headers } });
    const settle = (result: ExchangeResult): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      if (result.type !== 'answered') sent.destroy();
      resolve(result);
    };
    const abort = (): void => settle({ type: 'unreachable', error: signal?.reason });
    const timer = setTimeout(() => settle({ type: 'timeout' }), limitMs);
    signal?.addEventListener('abort', abort);
    sent.on('error', (error) => settle({ type: 'unreachable', error }));
    sent.on('response', (response) => {
      readAnswer(response, request.mostBytes).then(settle, (error: unknown) =>
        settle({ type: 'cut-off', error }),
      );
    });
    if (signal?.aborted === true) abort();
    else sent.end(body);
  });
}

/** Rejects where the answer is cut off. */
async function readAnswer(response: http.IncomingMessage, mostBytes: number): Promise<ExchangeResult> {
  const packed = await readWhole(response, mostBytes);
  if (packed === undefined) return { type: 'too-large' };
  const headers = headersOf(response);
  const body = await unpack(packed, headers.get('content-encoding') ?? '', mostBytes);
  if (body === undefined) return { type: 'too-large' };
  return { type: 'answered', status: response.statusCode ?? 0, headers, body };
}

function headersOf({ rawHeaders }: http.IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at]!, rawHeaders[at + 1]!);
  return headers;
}

/** All chunks; undefined if they are more than `mostBytes`. */
async function readWhole(
  chunks: AsyncIterable<Buffer | string>,
  mostBytes: number,
): Promise<Buffer | undefined> {
  const read: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    const next = Buffer.from(chunk);
    bytes += next.length;
    if (bytes > mostBytes) return undefined;
    read.push(next);
  }
  return Buffer.concat(read);
}

type Unpacker = ReturnType<typeof createGunzip | typeof createBrotliDecompress>;

/** `deflate` comes with the header of zlib, as the standard says, or without. */
const UNPACKERS: ReadonlyMap<string, (packed: Buffer) => Unpacker> = new Map<
  string,
  (packed: Buffer) => Unpacker
>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', ([first = 0]) => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw())],
  ['br', () => createBrotliDecompress()],
]);

/** The body without its compression; encodings that are unknown (`utf-8`) are ignored, as browsers do. */
async function unpack(
  packed: Buffer,
  encodings: string,
  mostBytes: number,
): Promise<Buffer | { readonly fault: string } | undefined> {
  const names = encodings.split(',').map((name) => name.trim().toLowerCase());
  let body: Buffer | undefined = packed;
  for (const name of names.toReversed()) {
    const unpacker = UNPACKERS.get(name)?.(body);
    if (unpacker === undefined || body.length === 0) continue;
    try {
      const input: Buffer = body;
      unpacker.end(input);
      body = await readWhole(unpacker, mostBytes);
      if (body === undefined) return undefined;
      // Zeros are padding.
      if (input.subarray(unpacker.bytesWritten).some((byte) => byte !== 0)) return behind(name);
    } catch (error) {
      return { fault: faultOf(name, error) };
    }
  }
  return body;
}

function behind(name: string): { readonly fault: string } {
  return { fault: `Content-Encoding is ${name}, and other bytes stand behind the packed body` };
}

function faultOf(name: string, error: unknown): string {
  if (['Z_BUF_ERROR', 'ERR_BROTLI_DECODER_ERROR_NEEDS_MORE_INPUT'].includes(errorCode(error))) {
    return `Content-Encoding is ${name}, and the packed body ends in the middle`;
  }
  const why = error instanceof Error ? error.message : String(error);
  return `Content-Encoding is ${name}, and the body is not packed so (${why})`;
}
