import { createHash } from 'node:crypto';
import { isRecord } from "../../util/is-record.js";
import { DatasetFolder } from "./dataset-folder.js";
import { TRAFILATURA_USAGE, fileOf, pageFile } from "./trafilatura.js";
/**
 * The counts and the digest of the evaluation data as trafilatura itself takes them: SHA-256 over the bytes of
 * `evaldata.json`, then for each entry, sorted by address (code points), the path of its page below `tests/` and
 * the page's bytes. At e90b0ef they are 990 entries, 2951 and 2966 segments, and `b443dcaa…a8e133`.
 *
 * Source: adbar/trafilatura, `tests/eval_gate.py` (`corpus_pins`).
 *
 * @throws AssayError `bad-input` if a file is missing or is not what it should be.
 */
export async function trafilaturaPins(directory) {
    const folder = new DatasetFolder(directory, TRAFILATURA_USAGE);
    const bytes = await folder.read('tests', 'evaldata.json');
    const labels = [...folder.parseMap(bytes, 'tests', 'evaldata.json')];
    const hash = createHash('sha256').update(bytes);
    const chunks = { with: 0, without: 0 };
    for (const [url, label] of labels.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
        const [, ...path] = await pageFile(folder, fileOf(label, url));
        hash.update(path.join('/')).update(await folder.read('tests', ...path));
        chunks.with += countOf(label, 'with');
        chunks.without += countOf(label, 'without');
    }
    return { entries: labels.length, chunks, sha256: hash.digest('hex') };
}
function countOf(label, key) {
    const segments = isRecord(label) ? label[key] : undefined;
    return Array.isArray(segments) ? segments.length : 0;
}
