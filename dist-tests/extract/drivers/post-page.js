import { performance } from 'node:perf_hooks';
import { errorCode } from "../../util/error.js";
import { MOST_OUTPUT_BYTES } from "./command-call.js";
/** Sends a page and waits for the whole answer. Redirections are not followed: headers would go to strangers. */
export async function postPage({ url, headers, body, limitMs, signal, }) {
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
        if (answer === undefined)
            return { type: 'too-large' };
        const { status, headers: answered } = response;
        const ms = performance.now() - began;
        return { type: 'answered', url, status, headers: answered, body: answer, ms };
    }
    catch (error) {
        if (limit.aborted)
            return { type: 'timeout' };
        return { type: 'unreachable', why: causeOf(error) };
    }
}
/** The body; undefined if it is longer than an extraction can be. */
async function readBody({ body }) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body ?? []) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > MOST_OUTPUT_BYTES)
            return undefined;
    }
    return Buffer.concat(chunks);
}
/** `fetch` says only that it failed; why stands behind that. */
function causeOf(error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    return errorCode(cause);
}
