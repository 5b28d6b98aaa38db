import { sha256 } from "../../util/sha256.js";
/**
 * What the harness itself has to do with an answer: how pages are decoded and put to commands and services, and how
 * what they say is read. Raised when that changes. (A module's process loads that code, so there it is seen.)
 */
const INPUT_FORMAT = 1;
/** The key of an extractor under some conditions, 64 hex digits; undefined where its answers may not be kept. */
export function extractorKey({ driver, fingerprint, accepts, network, dependence }, { assayVersion, node }, { timeoutMs, memoryMb }) {
    if (dependence === undefined)
        return undefined;
    const machine = [node, process.platform, process.arch];
    const limits = [timeoutMs, memoryMb];
    return sha256(JSON.stringify([
        'assay/cache@1',
        INPUT_FORMAT,
        assayVersion,
        machine,
        limits,
        driver,
        fingerprint,
        accepts,
        network,
        dependence.settings,
    ]));
}
/** The key of a page, 64 hex digits: of all that an extractor may get of it. */
export function pageKey({ id, media, bytes, url, contentType }) {
    return sha256(JSON.stringify([id, media, url ?? null, contentType ?? null, sha256(bytes)]));
}
