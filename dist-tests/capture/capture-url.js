import { isUtf8 } from 'node:buffer';
import { AssayError } from "../util/error.js";
import { checkStatus, mediaOf, nameOfAddress, today } from "./answer.js";
import { CAPTURE_LIMIT_MS, checkSize } from "./limits.js";
const HEADERS = {
    accept: 'text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1',
    'user-agent': 'Mozilla/5.0 (compatible; assay corpus add)',
};
/**
 * Fetches a page: its bytes as the server sent them, without their compression, redirects followed.
 *
 * @throws AssayError `bad-input` if it does not arrive in time, is too large, an error, or neither HTML nor text.
 */
export async function captureUrl(address, { anyStatus = false } = {}) {
    const { response, bytes } = await fetchBytes(address);
    const type = response.headers.get('content-type') ?? undefined;
    if (!anyStatus)
        checkStatus(response.status, address);
    const media = mediaOf(type, address);
    if (media === 'text' && !isUtf8(bytes)) {
        throw new AssayError('bad-input', `${address} is plain text that is not UTF-8; save it in UTF-8 and add the file`);
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
async function fetchBytes(address) {
    try {
        const signal = AbortSignal.timeout(CAPTURE_LIMIT_MS);
        const response = await fetch(address, { headers: HEADERS, redirect: 'follow', signal });
        return { response, bytes: await readBody(response, address) };
    }
    catch (cause) {
        if (cause instanceof AssayError)
            throw cause;
        throw new AssayError('bad-input', `${address} cannot be fetched: ${reasonOf(cause)}`, { cause });
    }
}
/** The body, as far as it may go: one that never ends is not waited for. */
async function readBody({ body }, address) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body ?? []) {
        if (!(chunk instanceof Uint8Array))
            continue;
        length += chunk.length;
        checkSize(length, address);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === 'TimeoutError')
        return `nothing more came within ${CAPTURE_LIMIT_MS / 1000} s`;
    return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
