import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Gzip } from 'node:zlib';
import type { Extraction } from '../model/extraction.ts';
import type { JournalKey, JournalLine, RecordedExtraction } from '../model/run.ts';

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
  readonly #results: FileHandle;
  readonly #extractions: Gzip;
  readonly #extractionsWritten: Promise<void>;
  #last: Promise<void> = Promise.resolve();

  private constructor(results: FileHandle, extractions: Gzip, written: Promise<void>) {
    this.#results = results;
    this.#extractions = extractions;
    this.#extractionsWritten = written;
  }

  static async create(folder: string): Promise<Journal> {
    const results = await open(join(folder, RESULTS), 'a');
    // Each line is flushed to the file, so that what was cut off by a crash is at most one line.
    const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
    const file = gzip.pipe(createWriteStream(join(folder, EXTRACTIONS), { flags: 'a' }));
    return new Journal(results, gzip, finished(file));
  }

  append(line: JournalLine, extraction: Extraction | undefined): Promise<void> {
    this.#last = this.#last.then(() => this.#write(line, extraction));
    return this.#last;
  }

  /** Resolves when everything is on disk. */
  async close(): Promise<void> {
    await this.#last;
    this.#extractions.end();
    await this.#extractionsWritten;
    await this.#results.close();
  }

  async #write(line: JournalLine, extraction: Extraction | undefined): Promise<void> {
    // The extraction first: a result in the journal always has its extraction in the folder.
    if (extraction !== undefined) {
      const { corpus, extractor, page }: JournalKey = line;
      const record: RecordedExtraction = { corpus, extractor, page, extraction };
      const text = `${JSON.stringify(record)}\n`;
      if (!this.#extractions.write(text)) await once(this.#extractions, 'drain');
    }
    await this.#results.appendFile(`${JSON.stringify(line)}\n`);
  }
}
