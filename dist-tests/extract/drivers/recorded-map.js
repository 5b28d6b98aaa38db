import { parse } from 'node:path';
import { isRecord } from "../../util/is-record.js";
import { describeValue } from "../../util/describe-value.js";
import { UNRECORDED, decodeRecorded, unreadable } from "./recording.js";
const EXPECTED = 'expected {"<page>": {"articleBody": "…"}}, {"<page>": "…"} or {"version": "…", "output": {…}}';
/**
 * A JSON file with the output for all pages: a map from page to `articleBody` (article-extraction-benchmark) or to
 * text (WCXB), bare or with a version around it. It is named for the file. An entry without text is an empty
 * extraction.
 *
 * @throws AssayError `bad-input`: no JSON, or of none of these layouts.
 */
export function readRecordedMap(path, bytes) {
    const content = parseJson(path, bytes);
    if (!isRecord(content))
        throw unreadable(path, `found ${describeValue(content)}; ${EXPECTED}`);
    const { version, texts } = readContent(path, content);
    return {
        name: parse(path).name,
        version,
        content: bytes,
        recall: ({ id }) => {
            const text = texts.get(id);
            return text === undefined ? undefined : { status: 'extracted', extraction: { text } };
        },
    };
}
function readContent(path, content) {
    if (!hasEnvelope(content))
        return { version: UNRECORDED, texts: readTexts(path, content) };
    const { version, output } = content;
    return {
        version: typeof version === 'string' && version.trim() !== '' ? version : UNRECORDED,
        texts: readTexts(path, output),
    };
}
function parseJson(path, bytes) {
    const text = decodeRecorded(path, bytes);
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw unreadable(path, `not JSON: ${String(cause)}`, cause);
    }
}
/** A bare map may hold a page that is called `output`; then that entry has an `articleBody` of its own. */
function hasEnvelope(content) {
    const output = content['output'];
    return isRecord(output) && typeof output['articleBody'] !== 'string';
}
function readTexts(path, entries) {
    return new Map(Object.entries(entries).map(([id, entry]) => [id, readText(path, id, entry)]));
}
function readText(path, id, entry) {
    const text = (isRecord(entry) ? entry['articleBody'] : entry) ?? '';
    if (typeof text === 'string')
        return text.toWellFormed();
    const found = isRecord(entry)
        ? `articleBody: ${describeValue(entry['articleBody'])}`
        : describeValue(entry);
    throw unreadable(path, `entry ${JSON.stringify(id)}: found ${found}; ${EXPECTED}`);
}
