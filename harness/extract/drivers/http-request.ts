import { performance } from 'node:perf_hooks';
import { exchange } from '../../process/exchange.ts';
import { errorCode } from '../../util/error.ts';
import { MOST_ANSWER_BYTES } from '../read-extraction.ts';

/** One request to a service. */
export interface ServiceRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From sending to the end of the unpacked answer. */
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
  | { readonly type: 'too-large' }
  /** It answered with status 200 and a body that is not packed as it says. */
  | { readonly type: 'garbled'; readonly fault: string };

/** Sends a page and waits for the whole answer. Redirections are not followed: headers would go to strangers. */
export async function postPage({ headers, ...request }: ServiceRequest): Promise<ServiceReply> {
  const began = performance.now();
  const result = await exchange({
    ...request,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    mostBytes: MOST_ANSWER_BYTES,
  });
  if (result.type === 'unreachable' || result.type === 'cut-off') {
    return { type: 'unreachable', why: errorCode(result.error) };
  }
  if (result.type !== 'answered') return result;
  const { status, headers: answered, body } = result;
  if (!Buffer.isBuffer(body) && status === 200) return { type: 'garbled', fault: body.fault };
  const ms = performance.now() - began;
  return {
    type: 'answered',
    url: request.url,
    status,
    headers: answered,
    // Of a refusal the status counts.
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    ms,
  };
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
