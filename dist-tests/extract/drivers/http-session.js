import { setTimeout as wait } from 'node:timers/promises';
import { isRecord } from "../../util/is-record.js";
import { skipReason } from "../input-reader.js";
import { hideSecrets, hideSecretsIn } from "./hide-secrets.js";
import { firstLine } from "../../util/printable.js";
import { postPage } from "./post-page.js";
import { readAnswer } from "./read-answer.js";
import { sessionClosed } from "./session-closed.js";
import { strictUtf8 } from "../../util/strict-utf8.js";
import { WorkerQueue } from "../../process/worker-queue.js";
/** How long the first wait before a repetition is, in milliseconds; each next one is twice as long. */
const FIRST_WAIT_MS = 250;
/** What a service may ask to wait for at most, in milliseconds: beyond it, the page is given up. */
const LONGEST_WAIT_MS = 60_000;
/** How much of a refusal is read for the line of it that is shown, in bytes. */
const HEAD_BYTES = 2000;
/** Opens a session with a service. */
export function httpSession(call) {
    const queue = new WorkerQueue(Array.from({ length: call.concurrency }, (_, index) => index));
    const closing = new AbortController();
    return {
        async extract(page) {
            const reason = skipReason(page, call.accepts);
            if (reason !== undefined)
                return { status: 'skipped', reason };
            const outcome = await queue.run(() => extract(call, page, closing.signal));
            if (closing.signal.aborted)
                throw sessionClosed();
            return outcome;
        },
        close() {
            closing.abort();
            return Promise.resolve();
        },
    };
}
async function extract(call, page, signal) {
    const { url, headers, timeoutMs, retries, secrets } = call;
    const request = { url, headers, body: call.requestOf(page), limitMs: timeoutMs, signal };
    let reply = await post(request, secrets);
    for (let tries = 0; tries < retries && !signal.aborted; tries++) {
        const pause = pauseBefore(reply, tries);
        if (pause === undefined)
            break;
        await wait(pause, undefined, { signal }).catch(() => { });
        reply = await post(request, secrets);
    }
    return withoutSecrets(outcomeOf(reply, page, timeoutMs), secrets);
}
/** Shorter ones may be words of an extraction that have nothing to do with them. */
const LEAST_SECRET = 8;
/** The reply as it may be kept: a service may repeat what it was sent, in an error as in an extraction. */
async function post(request, secrets) {
    const reply = await postPage(request);
    if (reply.type !== 'answered')
        return reply;
    const told = reply.status === 200 ? secrets.filter(({ length }) => length >= LEAST_SECRET) : secrets;
    return { ...reply, body: hideSecrets(reply.body, told) };
}
/** How long to wait before the request is repeated, in milliseconds; undefined where that would be in vain. */
function pauseBefore(reply, tries) {
    const own = FIRST_WAIT_MS * 2 ** tries;
    if (reply.type === 'unreachable')
        return own;
    if (reply.type !== 'answered' || (reply.status !== 429 && reply.status < 500))
        return undefined;
    const asked = Math.max(own, retryAfterMs(reply.headers.get('retry-after')));
    return asked > LONGEST_WAIT_MS ? undefined : asked;
}
/** What `Retry-After` asks for, seconds or a date, in milliseconds; 0 where it asks for nothing. */
function retryAfterMs(value) {
    if (value === null)
        return 0;
    if (/^\d+$/.test(value.trim()))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}
function outcomeOf(reply, page, limitMs) {
    if (reply.type === 'timeout')
        return failed('timeout', `no answer within ${limitMs} ms`);
    if (reply.type === 'too-large')
        return failed('too-large', 'the answer is longer than any extraction');
    if (reply.type === 'unreachable')
        return failed('unavailable', `the service is not there (${reply.why})`);
    const { status, body, ms } = reply;
    if (status === 200)
        return readBody(body, page, ms);
    const said = firstLine(body.subarray(0, HEAD_BYTES).toString());
    const place = status >= 300 && status < 400 ? whereTo(reply) : undefined;
    const mend = place === undefined ? '' : `, a redirection to ${place}, which is not followed; name that URL`;
    const message = `the service answered with status ${status}${mend}${said === '' ? '' : `: ${said}`}`;
    return failed(status === 500 ? 'threw' : 'unavailable', message);
}
/** Without its query, where secrets may stand. */
function whereTo({ headers, url }) {
    const location = headers.get('location') ?? '';
    if (location === '' || !URL.canParse(location, url.href))
        return undefined;
    const { origin, pathname } = new URL(location, url);
    return firstLine(`${origin}${pathname}`);
}
function readBody(body, { id }, ms) {
    const text = strictUtf8(body);
    if (text === undefined)
        return failed('bad-output', 'the service answered with no UTF-8', ms);
    let answer;
    try {
        answer = JSON.parse(text);
    }
    catch (error) {
        const why = firstLine(error instanceof Error ? error.message : String(error));
        return failed('bad-output', `the service answered with no JSON (${why})`, ms);
    }
    if (!isRecord(answer))
        return failed('bad-output', 'the service answered with JSON that is no object', ms);
    const named = answer['id'] ?? id;
    if (named === id)
        return readAnswer(answer, ms);
    const found = firstLine(JSON.stringify(named));
    return failed('bad-output', `the service answered the id ${found}; expected ${JSON.stringify(id)}`, ms);
}
function failed(failure, message, ms) {
    return { status: 'failed', failure, message, ...(ms !== undefined && { ms }) };
}
function withoutSecrets(outcome, secrets) {
    if (outcome.status !== 'failed')
        return outcome;
    return { ...outcome, message: hideSecretsIn(outcome.message, secrets) };
}
