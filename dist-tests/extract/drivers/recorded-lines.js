import { basename } from 'node:path';
import { isRecord } from "../../util/is-record.js";
import { isHandshake, readHandshake } from "./handshake.js";
import { LineReader } from "../../util/lines.js";
import { readAnswer } from "./read-answer.js";
import { UNRECORDED, decodeRecorded, unreadable } from "./recording.js";
const EXPECTED = 'expected {"id": "<page>", "text": "…"}, as a command of jsonl answers';
/**
 * A file of JSON lines, as a command of `protocol: jsonl` prints them: the fields of an extraction with the page's
 * `id`, or with `error`; before them, if it likes, a handshake, for its name and version. Else it is named for the
 * file. A `url` is not looked at.
 *
 * @throws AssayError `bad-input`: a line that is no JSON object, has no `id`, or one that was there already.
 */
export function readRecordedLines(path, bytes) {
    const outcomes = new Map();
    let about = {};
    for (const { place, value } of jsonLines(path, bytes)) {
        if (isHandshake(value)) {
            about = readAbout(place, value);
            continue;
        }
        const { id, url: _, ...answer } = value;
        if (typeof id !== 'string')
            throw unreadable(place, `found no id; ${EXPECTED}`);
        if (outcomes.has(id))
            throw unreadable(place, `found the id ${JSON.stringify(id)} again; expected it once`);
        outcomes.set(id, readAnswer(answer, undefined));
    }
    return {
        name: basename(path).replace(/\.(?:jsonl|ndjson)(?:\.gz)?$/, ''),
        version: UNRECORDED,
        ...about,
        content: bytes,
        recall: ({ id }) => outcomes.get(id),
    };
}
/**
 * The objects of a file of JSON lines; blank lines are left out.
 *
 * @param options `tornEnd`: whether a last line without newline may have been cut off, and is left out if so.
 * @throws AssayError `bad-input` for a line that is no JSON object.
 */
export function jsonLines(path, bytes, { tornEnd = false } = {}) {
    const lines = [];
    const reader = new LineReader((line) => lines.push(line));
    reader.push(Buffer.from(bytes));
    if (!tornEnd)
        reader.flush();
    return lines.flatMap((line, index) => {
        const place = `${path}:${index + 1}`;
        const text = decodeRecorded(place, line).trim();
        return text === '' ? [] : [{ place, value: parse(text, place) }];
    });
}
function parse(text, place) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw unreadable(place, `not JSON: ${String(cause)}`, cause);
    }
    if (isRecord(value))
        return value;
    throw unreadable(place, `found no object; ${EXPECTED}`);
}
function readAbout(place, line) {
    const reading = readHandshake(line);
    if (reading.status === 'malformed')
        throw unreadable(place, reading.fault);
    return reading.handshake;
}
