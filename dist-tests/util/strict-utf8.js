/** The text of bytes that are UTF-8 throughout; undefined of others. A byte order mark is no part of the text. */
export function strictUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
