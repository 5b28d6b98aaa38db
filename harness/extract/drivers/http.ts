import { setTimeout as wait } from 'node:timers/promises';
import type { HttpEntry } from '../../model/config.ts';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { WorkerQueue } from '../../process/worker-queue.ts';
import { isRecord } from '../../util/is-record.ts';
import { firstLine } from '../../util/printable.ts';
import { strictUtf8 } from '../../util/strict-utf8.ts';
import type { Extractor } from '../extractor.ts';
import { foreignFingerprint } from '../fingerprint.ts';
import { loadInputReader, pageRequest } from '../input-reader.ts';
import { LEAST_SECRET, withoutSecrets } from '../hide-secrets.ts';
import { failed, outcomeOfAnswer } from '../outcome.ts';
import { pageSession } from '../page-session.ts';
import { pauseBefore, postPage } from './http-request.ts';
import type { ServiceReply, ServiceRequest } from './http-request.ts';
import { hideSecrets, readServiceUrl, resolveHeaders } from './http-secrets.ts';

/** How often a request is repeated by default. */
const RETRIES = 3;

/**
 * An extractor that is a service: pages go to it by POST as JSON, `{"id", "url", "html"}`, and come back as an
 * extraction. It is called what its URL says. Whether it is there shows page by page.
 *
 * @param folder what the globs of `fingerprint` are relative to
 * @throws AssayError `usage`: no URL, a secret where it would be printed, or a variable that is not set.
 */
export async function loadHttpExtractor(
  entry: HttpEntry,
  { folder, source }: { readonly folder: string; readonly source: string },
): Promise<Extractor> {
  const url = readServiceUrl(entry.http, source);
  const { accepts = ['html'], wants = 'html', version = 'unstated', headers = {}, retries = RETRIES } = entry;
  const sent = resolveHeaders(headers, source);
  const { fingerprint, isUnchanged } = await foreignFingerprint({
    driver: 'http',
    version,
    // Of headers from the environment the names of variables, never what they hold.
    settings: { url: url.href, headers, accepts, wants },
    words: [],
    named: entry.fingerprint,
    folder,
    source,
  });
  return {
    name: `${url.host}${url.pathname === '/' ? '' : url.pathname}`,
    version,
    accepts,
    baseline: false,
    driver: 'http',
    source,
    fingerprint,
    network: 'allowed',
    ...(isUnchanged && { dependence: { settings: [], isUnchanged } }),
    open: async ({ workers, timeoutMs }) => {
      const readInput = await loadInputReader(accepts);
      const places = Math.min(workers, entry.concurrency ?? workers);
      const queue = new WorkerQueue(Array.from({ length: places }, (_, index) => index));
      const closing = new AbortController();
      const call = { ...sent, url, retries, limitMs: timeoutMs, signal: closing.signal };
      return pageSession(accepts, {
        extract: (page) => queue.run(() => extract(call, page, pageRequest(page, wants, readInput))),
        close: () => Promise.resolve(closing.abort()),
      });
    },
  };
}

/** A request without its page. */
interface ServiceCall extends Omit<ServiceRequest, 'body'> {
  /** Not empty ones. */
  readonly secrets: readonly string[];
  /** How often a request is repeated. */
  readonly retries: number;
}

async function extract(call: ServiceCall, page: Page, body: string): Promise<Outcome> {
  const { retries, secrets, signal, limitMs } = call;
  let reply = await post({ ...call, body }, secrets);
  for (let tries = 0; tries < retries && !signal.aborted; tries++) {
    const pause = pauseBefore(reply, tries);
    if (pause === undefined) break;
    await wait(pause, undefined, { signal }).catch(() => {});
    reply = await post({ ...call, body }, secrets);
  }
  // Once more, as it was read: what is escaped in the answer is not any more.
  return withoutSecrets(outcomeOf(reply, page, limitMs), secrets);
}

/** The reply as it may be kept: a service may repeat what it was sent, in an error as in an extraction. */
async function post(request: ServiceRequest, secrets: readonly string[]): Promise<ServiceReply> {
  const reply = await postPage(request);
  if (reply.type !== 'answered') return reply;
  const hidden = reply.status === 200 ? secrets.filter(({ length }) => length >= LEAST_SECRET) : secrets;
  return { ...reply, body: hideSecrets(reply.body, hidden) };
}

/** How much of a refusal is read for the line of it that is shown, in bytes. */
const HEAD_BYTES = 2000;

function outcomeOf(reply: ServiceReply, page: Page, limitMs: number): Outcome {
  if (reply.type === 'timeout') return failed('timeout', `no answer within ${limitMs} ms`);
  if (reply.type === 'too-large') return failed('too-large', 'the answer is longer than any extraction');
  if (reply.type === 'garbled') return failed('bad-output', `the service cannot be read: ${reply.fault}`);
  if (reply.type === 'unreachable') return failed('unavailable', `the service is not there (${reply.why})`);
  const { status, body, ms } = reply;
  if (status === 200) return readBody(body, page, ms);
  const said = firstLine(body.subarray(0, HEAD_BYTES).toString());
  const place = status >= 300 && status < 400 ? whereTo(reply) : undefined;
  const hint = place === undefined ? '' : `, a redirection to ${place}, which is not followed; name that URL`;
  const message = `the service answered with status ${status}${hint}${said === '' ? '' : `: ${said}`}`;
  return failed(status === 500 ? 'threw' : 'unavailable', message);
}

/** Without its query, where secrets may stand. */
function whereTo({ headers, url }: Extract<ServiceReply, { type: 'answered' }>): string | undefined {
  const location = headers.get('location') ?? '';
  if (location === '' || !URL.canParse(location, url.href)) return undefined;
  const { origin, pathname } = new URL(location, url);
  return firstLine(`${origin}${pathname}`);
}

function readBody(body: Buffer, { id }: Page, ms: number): Outcome {
  const text = strictUtf8(body);
  if (text === undefined) return failed('bad-output', 'the service answered with no UTF-8', ms);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    const why = firstLine(error instanceof Error ? error.message : String(error));
    return failed('bad-output', `the service answered with no JSON (${why})`, ms);
  }
  if (!isRecord(answer)) return failed('bad-output', 'the service answered with JSON that is no object', ms);
  const named = answer['id'] ?? id;
  if (named === id) return outcomeOfAnswer(answer, ms);
  const found = firstLine(JSON.stringify(named));
  return failed('bad-output', `the service answered the id ${found}; expected ${JSON.stringify(id)}`, ms);
}
