import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Extraction } from '../model/extraction.ts';
import { EXTRACTIONS, ExtractionsWriter, packExtraction } from './extractions.ts';
import type { JournalLine } from './journal-line.ts';
import { append, writing } from '../util/write-whole.ts';

/** The journal: one line per extractor and page. */
export const RESULTS = 'results.jsonl';

/**
 * Writes the journal of a run while it goes on: `results.jsonl`, one line per extractor and page as it finishes,
 * and `extractions.jsonl.gz`, what each extractor returned. Lines are appended whole and in the order of the
 * calls; each has been handed to the system when `append` resolves. What comes while others are being packed is written
 * together.
 */
export class Journal {
  readonly #results: FileHandle;
  readonly #path: string;
  readonly #extractions: ExtractionsWriter;
  /** What is not being written yet. */
  #waiting: Entry[] = [];
  #last: Promise<void> = Promise.resolve();
  /** Why a line could not be written. */
  #failure: unknown;

  private constructor(path: string, results: FileHandle, extractions: ExtractionsWriter) {
    this.#path = path;
    this.#results = results;
    this.#extractions = extractions;
  }

  /** @throws Unwritable, as `append` and `close` do. */
  static async create(folder: string): Promise<Journal> {
    const path = join(folder, RESULTS);
    const results = await writing(path, open(path, 'a'));
    try {
      return new Journal(path, results, await ExtractionsWriter.open(join(folder, EXTRACTIONS), 'a'));
    } catch (error) {
      await results.close();
      throw error;
    }
  }

  /**
   * Where a line could not be written no further one is.
   *
   * @returns the line as it was written: with the place of its extraction
   */
  append(line: JournalLine, extraction: Extraction | undefined): Promise<JournalLine> {
    const { corpus, extractor, page } = line;
    const member = extraction && packExtraction({ corpus, extractor, page, extraction });
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ line, member, resolve, reject }) > 1) return;
      this.#last = this.#last.then(() => this.#writeAll(this.#waiting.splice(0)));
    });
  }

  /** Resolves when everything has been handed to the system. */
  async close(): Promise<void> {
    await this.#last;
    await Promise.all([this.#extractions.close(), this.#results.close()]);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Never rejects. */
  async #writeAll(entries: readonly Entry[]): Promise<void> {
    try {
      if (this.#failure !== undefined) throw this.#failure;
      const placed = await this.#place(entries);
      const text = placed.map((line) => `${JSON.stringify(line)}\n`).join('');
      append(this.#path, this.#results, text);
      entries.forEach(({ resolve }, index) => resolve(placed[index]!));
    } catch (error) {
      this.#failure = error;
      for (const { reject } of entries) reject(error);
    }
  }

  /** The extractions first: a result in the journal always has its extraction in the folder. */
  async #place(entries: readonly Entry[]): Promise<JournalLine[]> {
    const members = await Promise.all(entries.map(async ({ member }) => member));
    const places = this.#extractions.append(members.filter((member) => member !== undefined));
    let next = 0;
    return entries.map(({ line }, index) =>
      members[index] !== undefined && line.status === 'extracted' ? withPlace(line, places[next++]!) : line,
    );
  }
}

interface Entry {
  readonly line: JournalLine;
  readonly member: Promise<Uint8Array> | undefined;
  readonly resolve: (written: JournalLine) => void;
  readonly reject: (error: unknown) => void;
}

type ExtractedLine = Extract<JournalLine, { status: 'extracted' }>;

/** The line with the place of its extraction, before the long member. */
export function withPlace(
  { metrics, ...line }: ExtractedLine,
  extraction: NonNullable<ExtractedLine['extraction']>,
): ExtractedLine {
  return { ...line, extraction, metrics };
}
