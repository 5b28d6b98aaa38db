import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Gzip } from 'node:zlib';
import type { Extraction } from '../model/extraction.ts';
import type { JournalKey, JournalLine, RecordedExtraction } from './run.ts';
import { writing } from '../util/write-whole.ts';

/** The journal: one line per extractor and page. */
export const RESULTS = 'results.jsonl';
/** What extractors returned, one line each, compressed. */
export const EXTRACTIONS = 'extractions.jsonl.gz';

/**
 * Writes the journal of a run while it goes on: `results.jsonl`, one line per extractor and page as it finishes,
 * and `extractions.jsonl.gz`, what each extractor returned. Lines are appended whole and in the order of the
 * calls; each is on its way to the disk when `append` resolves.
 */
export class Journal {
  readonly #folder: string;
  readonly #results: FileHandle;
  readonly #extractions: Gzip;
  readonly #extractionsWritten: Promise<void>;
  #last: Promise<void> = Promise.resolve();

  private constructor(folder: string, results: FileHandle) {
    this.#folder = folder;
    this.#results = results;
    // Each line is flushed to the file, so that what was cut off by a crash is at most one line.
    this.#extractions = createGzip({ flush: constants.Z_SYNC_FLUSH });
    const path = join(folder, EXTRACTIONS);
    this.#extractionsWritten = writing(
      path,
      pipeline(this.#extractions, createWriteStream(path, { flags: 'a' })),
    );
    // Whoever appends is told, and whoever closes.
    this.#extractionsWritten.catch(() => {});
  }

  /** @throws Unwritable, as `append` and `close` do. */
  static async create(folder: string): Promise<Journal> {
    const path = join(folder, RESULTS);
    return new Journal(folder, await writing(path, open(path, 'a')));
  }

  /** Where a line could not be written no further one is. */
  append(line: JournalLine, extraction: Extraction | undefined): Promise<void> {
    this.#last = this.#last.then(() => this.#write(line, extraction));
    return this.#last;
  }

  /** Resolves when everything is on disk. */
  async close(): Promise<void> {
    try {
      await this.#last;
    } finally {
      await this.#closeFiles();
    }
  }

  async #closeFiles(): Promise<void> {
    this.#extractions.end();
    try {
      await this.#extractionsWritten;
    } finally {
      await this.#results.close();
    }
  }

  async #write(line: JournalLine, extraction: Extraction | undefined): Promise<void> {
    // The extraction first: a result in the journal always has its extraction in the folder.
    if (extraction !== undefined) {
      const { corpus, extractor, page }: JournalKey = line;
      const record: RecordedExtraction = { corpus, extractor, page, extraction };
      const text = `${JSON.stringify(record)}\n`;
      // What can no longer be written never drains.
      if (!this.#extractions.write(text)) {
        const drained = Promise.race([once(this.#extractions, 'drain'), this.#extractionsWritten]);
        await writing(join(this.#folder, EXTRACTIONS), drained);
      }
    }
    await writing(join(this.#folder, RESULTS), this.#results.appendFile(`${JSON.stringify(line)}\n`));
  }
}
