import { createHash } from 'node:crypto';
import type { Corpus } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';

/** A corpus that was opened: ready to be read, or everything that is wrong with it. */
export type OpenedCorpus =
  | {
      readonly status: 'ok';
      readonly corpus: Corpus;
      /** What is left to be labelled in the pages that are left out for that, `corpus.unfinished`. */
      readonly todos?: readonly Problem[];
    }
  | {
      readonly status: 'faulty';
      /** Of all pages, by file and line. */
      readonly problems: readonly Problem[];
      /** Page folders found, faulty or not. */
      readonly pages: number;
      /** The pages without problems, for those who look for more; its digest is theirs alone. */
      readonly sound?: Corpus;
    };

/**
 * The digest of a corpus: SHA-256 over its pages in the order given, each as identifier (UTF-8), page bytes and
 * gold bytes, every part preceded by its length in bytes as eight bytes, most significant first. It depends on
 * nothing but that: not on folders, file times or the machine. Lower-case hex.
 */
export class CorpusDigest {
  readonly #hash = createHash('sha256');

  addPage(id: string, page: Uint8Array, gold: Uint8Array): void {
    for (const part of [Buffer.from(id), page, gold]) {
      const length = Buffer.alloc(8);
      length.writeBigUInt64BE(BigInt(part.length));
      this.#hash.update(length).update(part);
    }
  }

  toHex(): string {
    return this.#hash.digest('hex');
  }
}
