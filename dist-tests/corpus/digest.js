import { createHash } from 'node:crypto';
/**
 * The digest of a corpus: SHA-256 over its pages in the order given, each as identifier (UTF-8), page bytes and
 * gold bytes, every part preceded by its length in bytes as eight bytes, most significant first. It depends on
 * nothing but that: not on folders, file times or the machine. Lower-case hex.
 */
export class CorpusDigest {
    #hash = createHash('sha256');
    addPage(id, page, gold) {
        for (const part of [Buffer.from(id), page, gold]) {
            const length = Buffer.alloc(8);
            length.writeBigUInt64BE(BigInt(part.length));
            this.#hash.update(length).update(part);
        }
    }
    toHex() {
        return this.#hash.digest('hex');
    }
}
