import { AssayError } from "../../util/error.js";
import { strictUtf8 } from "../../util/strict-utf8.js";
/** The version of a recording that states none. */
export const UNRECORDED = 'unrecorded';
/** What is recorded cannot be read. `place` is a path, with the line or entry where that is known. */
export function unreadable(place, found, cause) {
    return new AssayError('bad-input', `${place}: ${found}`, { cause });
}
/**
 * Recorded bytes as text, without a byte order mark. Another encoding is refused: read as UTF-8 it would cost the
 * extractor points for letters that it had right.
 *
 * @throws AssayError `bad-input`
 */
export function decodeRecorded(place, bytes) {
    const text = strictUtf8(bytes);
    if (text === undefined)
        throw unreadable(place, 'not UTF-8; expected UTF-8');
    return text;
}
