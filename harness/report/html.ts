import { open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fieldsOf } from '../analyse/compare-field.ts';
import { groupBy } from '../util/group-by.ts';
import { ownModule } from '../util/own-module.ts';
import { writeWhole } from '../util/write-whole.ts';
import { formatCount } from './format.ts';
import { putBeside } from './html/beside.ts';
import { choosePages } from './html/chosen-pages.ts';
import type { ReportPages } from './html/chosen-pages.ts';
import { corporaOf } from './html/index-data.ts';
import { packed } from './html/packed.ts';
import { keyOf } from './html/page-key.ts';
import { PagePacker } from './html/page-threads.ts';
import { readPage } from './html/read-page.ts';
import type { ReportedRow } from './html/read-page.ts';
import type { ReportIndex } from './html/report-data.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import { tell } from './print.ts';

/** The file that the HTML reporter writes into the folder of the run. */
export const HTML_FILE = 'report.html';

/** A larger file is slow to send and to open. */
const LARGE_BYTES = 40e6;

/** What a report may be told. */
export interface HtmlSettings {
  /** Default: as many pages, the worst first, as fit into 40 MB. */
  readonly reportPages?: ReportPages | undefined;
  /** An earlier run that is to stand beside the run. */
  readonly against?: FinishedRun | undefined;
}

/** `--reporter html`: writes `report.html`, one file that opens from disk and needs no network. */
export function htmlReporter(settings: HtmlSettings = {}): Reporter {
  return {
    async onRunEnd(run) {
      const file = join(run.folder, HTML_FILE);
      let bytes = 0;
      await writeWhole(file, async (part) => {
        bytes = await writeReport(run, part, settings);
      });
      if (bytes > LARGE_BYTES) {
        const size = `${formatCount(Math.round(bytes / 1e6))} MB`;
        tell(
          `assay: ${HTML_FILE} has ${size}; a smaller one is written by assay report --report-pages worst:N`,
        );
      }
    },
  };
}

/** Writes the report piece by piece: the whole of it is never in memory. Gives its size in bytes. */
export async function writeReport(
  alone: FinishedRun,
  path: string,
  { reportPages, against }: HtmlSettings = {},
): Promise<number> {
  const [head, middle, end] = await readTemplate();
  const beside = against && putBeside(alone, against);
  const run = beside?.run ?? alone;
  const linesOf = groupBy(run.journal, keyOf);
  const file = await open(path, 'wx');
  const packer = new PagePacker(linesOf.size);
  try {
    const { chosen, notes } = await choosePages(run, reportPages);
    const rowsOf = (page: number): ReportedRow[] =>
      (linesOf.get(keyOf(chosen[page]!)) ?? []).map((line) => ({
        name: line.extractor,
        ...(beside?.origins.get(line) ?? { run, line }),
      }));
    // Threads have their first pages while the index is made.
    const pages = await packer.pack(chosen.length, (page) => readPage(chosen[page]!, rowsOf(page), run));
    const numbers = new Map(chosen.map((page, number) => [keyOf(page), number]));
    const index: ReportIndex = {
      folder: basename(run.folder),
      run: alone.description,
      policy: run.policy,
      corpora: corporaOf(run, numbers, fieldsOf(alone), beside?.index.changes),
      notes,
      ...(beside !== undefined && { beside: beside.index }),
    };
    await file.appendFile(head);
    await file.appendFile(packed(index));
    await file.appendFile(middle);
    const most = reportPages === undefined ? LARGE_BYTES - Buffer.byteLength(end) : Infinity;
    let { size } = await file.stat();
    let at = 0;
    for await (const bytes of pages) {
      // What is not there is said by who reads it.
      if (bytes === undefined) await Promise.all(rowsOf(at).map((each) => each.run.extraction(each.line)));
      const begin = Buffer.from(`<script type="text/plain" id="p${at++}">`);
      const part = Buffer.concat([begin, bytes ?? new Uint8Array(), END_OF_PAGE]);
      size += part.length;
      if (size > most) break;
      await file.appendFile(part);
      tellProgress(at, chosen.length);
    }
    tellProgress(0, 0);
    await file.appendFile(end);
    return (await file.stat()).size;
  } finally {
    await packer.close();
    await file.close();
  }
}

const END_OF_PAGE = Buffer.from('</script>\n');

/** Every so many pages. */
const TOLD_EVERY = 20;

/** A line on standard error where that is a terminal, of reports that take a second or more; taken away when all pages are written. */
function tellProgress(done: number, pages: number): void {
  if (!process.stderr.isTTY || done % TOLD_EVERY !== 0) return;
  const line = done === 0 ? '' : `writing ${HTML_FILE}: ${formatCount(done)} of ${formatCount(pages)} pages`;
  process.stderr.write(`\r\u001b[2K${line}`);
}

/** The parts of the app around the index and the pages. */
async function readTemplate(): Promise<readonly [string, string, string]> {
  const file = ownModule(new URL('../apps/report/template.html', import.meta.url));
  const [head, middle, end] = (await readFile(file, 'utf8')).split(/<!--assay:(?:index|pages)-->/u);
  return [head!, middle!, end!];
}
