import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from '../util/error.ts';
import { namedBy } from '../util/named-by.ts';
import { readablePath } from '../util/readable-path.ts';
import { parseObject, runCheck } from './check-file.ts';
import type { JournalLine } from './journal-line.ts';
import { RESULTS } from './journal.ts';

/** So many pages are named where a name fits several. */
const MOST_SHOWN = 5;

/**
 * The line of the journal for one page of an extractor, without reading the others: a journal of 20,000 lines takes longer
 * to parse than a page to explain. The page may be called by the beginning of its identifier, or another part of it.
 *
 * @param corpora the corpora in which the page may be
 * @throws AssayError `usage` if the page is not there or the name fits several; `bad-input` for a damaged line.
 */
export async function findLine(
  folder: string,
  corpora: readonly string[],
  extractor: string,
  page: string,
): Promise<JournalLine> {
  const file = join(folder, RESULTS);
  const journal = await open(file);
  try {
    return await findIn(journal, { folder, file, corpora, extractor, page });
  } finally {
    await journal.close();
  }
}

interface Wanted {
  readonly folder: string;
  readonly file: string;
  readonly corpora: readonly string[];
  readonly extractor: string;
  readonly page: string;
}

async function findIn(
  journal: FileHandle,
  { folder, file, corpora, extractor, page }: Wanted,
): Promise<JournalLine> {
  const lines = await linesOf(journal, corpora, extractor);
  const named = namedBy(lines, page, ({ id }) => id);
  const pages = [...new Set(named.map(({ corpus, id }) => `${corpus} ${id}`))];
  const where = `${readablePath(folder)}: `;
  if (pages.length === 0) {
    const found = `${where}${extractor} has no page that is called ${JSON.stringify(page)}, or something with it`;
    throw new AssayError('usage', `${found}; assay corpus list names the pages of a corpus`);
  }
  if (pages.length > 1) {
    const shown = pages.slice(0, MOST_SHOWN).join(', ');
    const rest = pages.length > MOST_SHOWN ? ` and ${pages.length - MOST_SHOWN} more` : '';
    const found = `${where}${JSON.stringify(page)} fits several pages: ${shown}${rest}`;
    throw new AssayError('usage', `${found}; write more of it, or name the corpus by --corpus`);
  }
  const { id, start, end } = named.at(-1)!;
  const { check } = await runCheck('results-line');
  const fix = 'take a copy of the folder that is whole, or make the run again';
  const bytes = Buffer.alloc(end - start);
  await journal.read(bytes, 0, bytes.length, start);
  const parsed = parseObject(bytes.toString('utf8')) ?? {};
  const line = await check(parsed, readablePath(file), fix);
  if (line.corpus === named.at(-1)!.corpus && line.extractor === extractor && line.page === id) return line;
  throw new AssayError(
    'bad-input',
    `${readablePath(file)}: the line of ${JSON.stringify(id)} names itself twice; ${fix}`,
  );
}

/** A line that was not parsed yet: its page, and where it stands in bytes. */
interface FoundLine {
  readonly corpus: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** So much of a journal is looked through at once: more would have to be cleared before. */
const PIECE_BYTES = 2 ** 20;

/** The whole lines of an extractor, by corpus. */
async function linesOf(
  journal: FileHandle,
  corpora: readonly string[],
  extractor: string,
): Promise<FoundLine[]> {
  const found = new Map(corpora.map((corpus) => [corpus, [] as FoundLine[]]));
  let piece = Buffer.alloc(PIECE_BYTES);
  // Behind what a line that is not whole yet takes up of the piece, and where the piece begins in the file.
  let [kept, offset] = [0, 0];
  for (;;) {
    if (kept === piece.length) piece = Buffer.concat([piece], 2 * piece.length);
    const { bytesRead } = await journal.read(piece, kept, piece.length - kept, offset + kept);
    if (bytesRead === 0) return [...found.values()].flat();
    const part = piece.subarray(0, kept + bytesRead);
    const end = part.lastIndexOf(NEWLINE) + 1;
    for (const [corpus, lines] of found) {
      for (const line of linesIn(part.subarray(0, end), corpus, extractor))
        lines.push({ ...line, start: offset + line.start, end: offset + line.end });
    }
    piece.copyWithin(0, end, part.length);
    [kept, offset] = [part.length - end, offset + end];
  }
}

/** Those in a part of a journal, which begin as `Journal` writes them. */
function linesIn(journal: Buffer, corpus: string, extractor: string): FoundLine[] {
  const head = JSON.stringify({ corpus, extractor, page: '' }).slice(0, -2);
  const lines: FoundLine[] = [];
  for (let start = journal.indexOf(head); start >= 0; start = journal.indexOf(head, start + 1)) {
    const end = journal.indexOf('\n', start);
    if (end < 0 || (start > 0 && journal[start - 1] !== NEWLINE)) continue;
    const from = start + Buffer.byteLength(head);
    const id = PAGE.exec(journal.toString('utf8', from - 1, Math.min(end, from + LONGEST_ID)))?.[0];
    const parsed = id === undefined ? undefined : parseText(id);
    if (parsed !== undefined) lines.push({ corpus, id: parsed, start, end });
  }
  return lines;
}

/** Undefined for what only looks like a text of JSON. */
function parseText(source: string): string | undefined {
  try {
    return String(JSON.parse(source));
  } catch {
    return undefined;
  }
}

const NEWLINE = 0x0a;
const LONGEST_ID = 4096;
/** A text of JSON. */
const PAGE = /^"(?:[^"\\]|\\.)*"/u;
