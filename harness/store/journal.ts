import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Extraction } from '../model/extraction.ts';
import { EXTRACTIONS, ExtractionsWriter, packExtraction } from './extractions.ts';
import type { JournalLine } from './journal-line.ts';
import { writing } from '../util/write-whole.ts';

/** The journal: one line per extractor and page. */
export const RESULTS = 'results.jsonl';

/**
 * Writes the journal of a run while it goes on: `results.jsonl`, one line per extractor and page as it finishes,
 * and `extractions.jsonl.gz`, what each extractor returned. Lines are appended whole and in the order of the
 * calls; each has been handed to the system when `append` resolves.
 */
export class Journal {
  readonly #results: FileHandle;
  readonly #path: string;
  readonly #extractions: ExtractionsWriter;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(path: string, results: FileHandle, extractions: ExtractionsWriter) {
    this.#path = path;
    this.#results = results;
    this.#extractions = extractions;
  }

  /** @throws Unwritable, as `append` and `close` do. */
  static async create(folder: string): Promise<Journal> {
    const path = join(folder, RESULTS);
    const results = await writing(path, open(path, 'a'));
    return new Journal(path, results, await ExtractionsWriter.open(join(folder, EXTRACTIONS), 'a'));
  }

  /**
   * Where a line could not be written no further one is.
   *
   * @returns the line as it was written: with the place of its extraction
   */
  append(line: JournalLine, extraction: Extraction | undefined): Promise<JournalLine> {
    const { corpus, extractor, page } = line;
    const member = extraction && packExtraction({ corpus, extractor, page, extraction });
    const written = this.#last.then(() => this.#write(line, member));
    this.#last = written;
    return written;
  }

  /** Resolves when everything has been handed to the system. */
  async close(): Promise<void> {
    try {
      await this.#last;
    } finally {
      await Promise.all([this.#extractions.close(), this.#results.close()]);
    }
  }

  async #write(line: JournalLine, member: Promise<Uint8Array> | undefined): Promise<JournalLine> {
    // The extraction first: a result in the journal always has its extraction in the folder.
    const placed =
      line.status === 'extracted' && member
        ? withPlace(line, await this.#extractions.append(await member))
        : line;
    await writing(this.#path, this.#results.appendFile(`${JSON.stringify(placed)}\n`));
    return placed;
  }
}

type ExtractedLine = Extract<JournalLine, { status: 'extracted' }>;

/** The line with the place of its extraction, before the long member. */
export function withPlace(
  { metrics, ...line }: ExtractedLine,
  extraction: NonNullable<ExtractedLine['extraction']>,
): ExtractedLine {
  return { ...line, extraction, metrics };
}
