import { AssayError } from "../util/error.js";
/** @throws AssayError `bad-input` for an answer that says it is an error. */
export function checkStatus(status, address) {
    if (status < 400)
        return;
    const mend = 'to keep the page that came with it, e.g. as one with nothing to extract, say --any-status';
    throw new AssayError('bad-input', `${address} was answered with status ${status}; ${mend}`);
}
/**
 * What a page is by the content type it came with; HTML where there is none.
 *
 * @throws AssayError `bad-input` for what is neither HTML nor plain text.
 */
export function mediaOf(contentType, address) {
    const type = (contentType ?? 'text/html').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (type === 'text/html' || type === 'application/xhtml+xml')
        return 'html';
    if (type === 'text/plain')
        return 'text';
    throw new AssayError('bad-input', `${address} is ${type}; a page is HTML or plain text`);
}
/** What a folder may be called after an address: the last part of its path, else the host. */
export function nameOfAddress(address) {
    const { pathname, hostname } = new URL(address);
    const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
    return decoded(last).replace(/\.(?:x?html?|txt|php|aspx?)$/iu, '');
}
/** The day of today, UTC. */
export function today() {
    return new Date().toISOString().slice(0, 10);
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
