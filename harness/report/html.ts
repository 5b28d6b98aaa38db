import { open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { JournalLine } from '../store/journal-line.ts';
import { groupBy } from '../util/group-by.ts';
import { ownModule } from '../util/own-module.ts';
import { writeWhole } from '../util/write-whole.ts';
import { formatCount } from './format.ts';
import { corporaOf } from './html/index-data.ts';
import { pageData } from './html/page-data.ts';
import type { CorpusIndex, PageData, PageRow, ReportIndex } from './html/report-data.ts';
import type { FinishedRun, Reporter } from './reporter.ts';

/** The file that the HTML reporter writes into the folder of the run. */
export const HTML_FILE = 'report.html';

/** A larger file is slow to send and to open. */
const LARGE_BYTES = 40e6;

/** `--reporter html`: writes `report.html`, one file that opens from disk and needs no network. */
export function htmlReporter(): Reporter {
  return {
    async onRunEnd(run) {
      const file = join(run.folder, HTML_FILE);
      let bytes = 0;
      await writeWhole(file, async (part) => {
        bytes = await writeReport(run, part);
      });
      if (bytes > LARGE_BYTES) {
        const size = `${formatCount(Math.round(bytes / 1e6))} MB`;
        process.stderr.write(
          `assay: ${HTML_FILE} has ${size}; a smaller one is written by assay report --report-pages worst:N\n`,
        );
      }
    },
  };
}

/** Writes the report piece by piece: the whole of it is never in memory. Gives its size in bytes. */
export async function writeReport(run: FinishedRun, path: string): Promise<number> {
  const [head, middle, end] = await readTemplate();
  const { corpora, notes } = await withTexts(run, corporaOf(run));
  const index: ReportIndex = { folder: basename(run.folder), run: run.description, corpora, notes };
  const file = await open(path, 'wx');
  try {
    await file.appendFile(head);
    await file.appendFile(await packed(index));
    await file.appendFile(middle);
    const lines = groupBy(run.journal, ({ corpus, page: id }) => JSON.stringify([corpus, id]));
    for (const { name, pages } of corpora) {
      for (const { id, at } of pages) {
        if (at === undefined) continue;
        const text = await textOf(run, name, id, lines.get(JSON.stringify([name, id])) ?? []);
        await file.appendFile(`<script type="text/plain" id="p${at}">${text}</script>\n`);
      }
    }
    await file.appendFile(end);
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** The parts of the app around the index and the pages. */
async function readTemplate(): Promise<readonly [string, string, string]> {
  const file = ownModule(new URL('../apps/report/template.html', import.meta.url));
  const [head, middle, end] = (await readFile(file, 'utf8')).split(/<!--assay:(?:index|pages)-->/u);
  return [head!, middle!, end!];
}

/** Numbers the pages whose texts the report has: those of the corpora that can still be read. */
async function withTexts(
  run: FinishedRun,
  corpora: readonly CorpusIndex[],
): Promise<Pick<ReportIndex, 'corpora' | 'notes'>> {
  const numbered: CorpusIndex[] = [];
  const notes: string[] = [];
  let next = 0;
  for (const corpus of corpora) {
    const [first] = corpus.pages;
    const isReadable = first !== undefined && (await run.page(corpus.name, first.id)) !== undefined;
    if (!isReadable) notes.push(`The texts of ${corpus.name} are not here: it is no longer where and what it was.`);
    const pages = isReadable ? corpus.pages.map((page): PageRow => ({ ...page, at: next++ })) : corpus.pages;
    numbered.push({ ...corpus, pages });
  }
  return { corpora: numbered, notes };
}

/** A page as it stands in the file. */
async function textOf(
  run: FinishedRun,
  corpus: string,
  id: string,
  lines: readonly JournalLine[],
): Promise<string> {
  const page = await run.page(corpus, id);
  if (page === undefined) return '';
  const extracted = await Promise.all(
    lines.map(async (line) => ({ line, extraction: await run.extraction(line) })),
  );
  return packed(pageData(page, extracted, run.policy, run.metrics));
}

const deflate = promisify(deflateRaw);

/** Base64 holds nothing that could end a script element or begin anything else. */
async function packed(data: ReportIndex | PageData): Promise<string> {
  return (await deflate(JSON.stringify(data))).toString('base64');
}
