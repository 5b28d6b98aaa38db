import { fingerprintOf } from "../fingerprint.js";
import { loadInputReader } from "../input-reader.js";
import { stateOf, toJsonObject } from "./command-fingerprint.js";
import { readServiceUrl, resolveHeaders } from "./http-headers.js";
import { httpSession } from "./http-session.js";
import { pageRequest } from "./page-request.js";
/** How often a request is repeated where nobody says otherwise. */
const RETRIES = 3;
/**
 * An extractor that is a service: pages go to it by POST as JSON, `{"id", "url", "html"}`, and come back as an
 * extraction. It is called what its URL says. That it is there is seen page by page.
 *
 * @param folder what the globs of `fingerprint` are relative to
 * @throws AssayError `usage`: no URL, a secret where it would be printed, or a variable that is not set.
 */
export async function loadHttpExtractor(entry, { folder, source }) {
    const url = readServiceUrl(entry.http, source);
    const { accepts = ['html'], wants = 'html', version = 'unstated', headers = {}, retries = RETRIES } = entry;
    const sent = resolveHeaders(headers, source);
    // The names of variables, never what they hold.
    const settings = toJsonObject({ url: url.href, headers, accepts, wants });
    const findFingerprint = async () => {
        const state = await stateOf(entry, folder, source);
        return fingerprintOf('http', version, Buffer.from(state.join('\n')), settings);
    };
    const fingerprint = await findFingerprint();
    return {
        name: `${url.host}${url.pathname === '/' ? '' : url.pathname}`,
        version,
        accepts,
        baseline: false,
        driver: 'http',
        source,
        fingerprint,
        network: 'allowed',
        ...(entry.fingerprint !== undefined && {
            dependence: { settings: [], isUnchanged: async () => (await findFingerprint()) === fingerprint },
        }),
        open: async ({ workers, timeoutMs }) => {
            const readInput = await loadInputReader(accepts);
            const concurrency = Math.min(workers, entry.concurrency ?? workers);
            const requestOf = (page) => pageRequest(page, wants, readInput);
            return httpSession({ ...sent, url, accepts, concurrency, retries, timeoutMs, requestOf });
        },
    };
}
