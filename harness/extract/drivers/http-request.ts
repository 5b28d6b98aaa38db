import { performance } from 'node:perf_hooks';
import { errorCode } from '../../util/error.ts';
import { MOST_ANSWER_BYTES } from '../read-extraction.ts';

/** One request to a service. */
export interface ServiceRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From sending to the end of the answer. */
  readonly limitMs: number;
  /** Aborts it from outside. */
  readonly signal: AbortSignal;
}

/** What came of a request. */
export type ServiceReply =
  | {
      readonly type: 'answered';
      /** What was asked. */
      readonly url: URL;
      readonly status: number;
      readonly headers: Headers;
      readonly body: Buffer;
      readonly ms: number;
    }
  | { readonly type: 'unreachable'; readonly why: string }
  | { readonly type: 'timeout' }
  | { readonly type: 'too-large' };

/** Sends a page and waits for the whole answer. Redirections are not followed: headers would go to strangers. */
export async function postPage({
  url,
  headers,
  body,
  limitMs,
  signal,
}: ServiceRequest): Promise<ServiceReply> {
  const began = performance.now();
  const limit = AbortSignal.timeout(limitMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([limit, signal]),
    });
    const answer = await readBody(response);
    if (answer === undefined) return { type: 'too-large' };
    const { status, headers: answered } = response;
    const ms = performance.now() - began;
    return { type: 'answered', url, status, headers: answered, body: answer, ms };
  } catch (error) {
    if (limit.aborted) return { type: 'timeout' };
    return { type: 'unreachable', why: causeOf(error) };
  }
}

/** The body; undefined if it is longer than an extraction can be. */
async function readBody({ body }: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}

/** `fetch` says only that it failed; why stands behind that. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return errorCode(cause);
}

/** How long the first wait before a repetition is, in milliseconds; each next one is twice as long. */
const FIRST_WAIT_MS = 250;

/** What a service may ask to wait for at most, in milliseconds: beyond it, the page is given up. */
const LONGEST_WAIT_MS = 60_000;

/** How long to wait before the request is repeated, in milliseconds; undefined where that would be in vain. */
export function pauseBefore(reply: ServiceReply, tries: number): number | undefined {
  const own = FIRST_WAIT_MS * 2 ** tries;
  if (reply.type === 'unreachable') return own;
  if (reply.type !== 'answered' || (reply.status !== 429 && reply.status < 500)) return undefined;
  const asked = Math.max(own, retryAfterMs(reply.headers.get('retry-after')));
  return asked > LONGEST_WAIT_MS ? undefined : asked;
}

/** What `Retry-After` asks for, seconds or a date, in milliseconds; 0 where it asks for nothing. */
function retryAfterMs(value: string | null): number {
  if (value === null) return 0;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}
