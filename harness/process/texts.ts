/**
 * Texts as bytes: each in UTF-8, with its length in four bytes before it. Bytes of a process that is not trusted can be read
 * so: nothing but texts comes of them, no more of them than are asked for, and no longer ones than the bytes.
 */

const LENGTH_BYTES = 4;

/** The texts as bytes. Lone surrogates become U+FFFD. */
export function packTexts(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + LENGTH_BYTES + length, 0));
  let at = 0;
  for (const [index, text] of texts.entries()) {
    at = bytes.writeUInt32BE(lengths[index]!, at);
    at += bytes.write(text, at);
  }
  return bytes;
}

/** The texts of such bytes; undefined where they are no such bytes, or more than `most` texts. */
export function unpackTexts(bytes: Buffer, most: number): string[] | undefined {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    if (texts.length === most || bytes.length - at < LENGTH_BYTES) return undefined;
    const begin = at + LENGTH_BYTES;
    const end = begin + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    texts.push(bytes.toString('utf8', begin, end));
    at = end;
  }
  return texts;
}
