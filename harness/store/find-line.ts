import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { lineChecks, parseObject } from './check-file.ts';
import type { JournalLine } from './journal-line.ts';
import { RESULTS } from './journal.ts';

/** So many pages are named where a name fits several. */
const MOST_SHOWN = 5;

/**
 * The line of the journal for one page of an extractor, without reading the others: a journal of 20,000 lines takes longer
 * to parse than a page to explain. The page may be called by the beginning of its identifier.
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
  const journal = await readFile(file);
  const found = corpora.flatMap((corpus) => linesOf(journal, corpus, extractor, page));
  const exact = found.filter((line) => line['page'] === page);
  const named = exact.length > 0 ? exact : found;
  const pages = [...new Set(named.map((line) => `${String(line['corpus'])} ${String(line['page'])}`))];
  const where = `${readablePath(folder)}: `;
  if (pages.length === 0) {
    throw new AssayError(
      'usage',
      `${where}${extractor} has no page that is called ${JSON.stringify(page)}, or begins so; ${PAGES_FIX}`,
    );
  }
  if (pages.length > 1) {
    const shown = pages.slice(0, MOST_SHOWN).join(', ');
    const rest = pages.length > MOST_SHOWN ? ` and ${pages.length - MOST_SHOWN} more` : '';
    throw new AssayError(
      'usage',
      `${where}${JSON.stringify(page)} fits several pages: ${shown}${rest}; write more of it, or name the corpus by --corpus`,
    );
  }
  const { journal: check } = await lineChecks();
  return check(
    named.at(-1)!,
    readablePath(file),
    'take a copy of the folder that is whole, or make the run again',
  );
}

const PAGES_FIX = 'results.jsonl and assay corpus list name them all';

/** The whole lines of an extractor on pages whose identifier begins so. Lines are as `Journal` writes them. */
function linesOf(
  journal: Buffer,
  corpus: string,
  extractor: string,
  page: string,
): Record<string, unknown>[] {
  const needle = JSON.stringify({ corpus, extractor, page }).slice(0, -2);
  const lines: Record<string, unknown>[] = [];
  for (let at = journal.indexOf(needle); at >= 0; at = journal.indexOf(needle, at + 1)) {
    const end = journal.indexOf('\n', at);
    if (end < 0 || (at > 0 && journal[at - 1] !== NEWLINE)) continue;
    const line = parseObject(journal.toString('utf8', at, end));
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

const NEWLINE = 0x0a;
