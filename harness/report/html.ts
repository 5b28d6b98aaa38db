import { open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { GoldForm } from '../model/page.ts';
import { isDefined } from '../model/score.ts';
import type { MetricScores } from '../model/score.ts';
import { figureTitle } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { defined } from '../util/defined.ts';
import { groupBy } from '../util/group-by.ts';
import { ownModule } from '../util/own-module.ts';
import { writeWhole } from '../util/write-whole.ts';
import { formatCount } from './format.ts';
import { corporaOf } from './html/index-data.ts';
import { unseenSorts } from './html/kept-unseen.ts';
import { packed } from './html/packed.ts';
import type { Extracted, ExtractedPage } from './html/page-data.ts';
import { packPages } from './html/page-threads.ts';
import type { CorpusIndex, ExtractedData, PageRow, ReportIndex } from './html/report-data.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import { tell } from './print.ts';

/** The file that the HTML reporter writes into the folder of the run. */
export const HTML_FILE = 'report.html';

/** A larger file is slow to send and to open. */
const LARGE_BYTES = 40e6;

/** Which pages have their texts in the report: all, or the n worst of each corpus. */
export type ReportPages = 'all' | `worst:${number}`;

export const REPORT_PAGES_EXPECTED = 'expected all, or worst: and a whole number, e.g. worst:200';

/** Whether a text says so. */
export function isReportPages(text: string): text is ReportPages {
  return /^(?:all|worst:\d{1,9})$/u.test(text);
}

/** `--reporter html`: writes `report.html`, one file that opens from disk and needs no network. */
export function htmlReporter(reportPages?: ReportPages): Reporter {
  return {
    async onRunEnd(run) {
      const file = join(run.folder, HTML_FILE);
      let bytes = 0;
      await writeWhole(file, async (part) => {
        bytes = await writeReport(run, part, reportPages);
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

/**
 * Writes the report piece by piece: the whole of it is never in memory. Gives its size in bytes.
 *
 * @param reportPages default: as many pages, the worst first, as fit into 40 MB
 */
export async function writeReport(
  run: FinishedRun,
  path: string,
  reportPages?: ReportPages,
): Promise<number> {
  const [head, middle, end] = await readTemplate();
  const { corpora, notes, chosen } = await withTexts(run, corporaOf(run), reportPages);
  const { description, policy } = run;
  const index: ReportIndex = { folder: basename(run.folder), run: description, policy, corpora, notes };
  const file = await open(path, 'wx');
  try {
    await file.appendFile(head);
    await file.appendFile(await packed(index));
    await file.appendFile(middle);
    const linesOf = groupBy(run.journal, keyOf);
    const most = reportPages === undefined ? LARGE_BYTES - Buffer.byteLength(end) : Infinity;
    let { size } = await file.stat();
    let at = 0;
    const rowsOf = (page: number): readonly JournalLine[] => linesOf.get(keyOf(chosen[page]!)) ?? [];
    for await (const text of packPages(run.folder, chosen.length, (page) =>
      readPage(run, chosen[page]!, rowsOf(page)),
    )) {
      // What is not there is said by who reads it.
      if (text === undefined) await Promise.all(rowsOf(at).map((line) => run.extraction(line)));
      const part = `<script type="text/plain" id="p${at++}">${text}</script>\n`;
      size += part.length;
      if (size > most) break;
      await file.appendFile(part);
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

/** Numbers the pages whose texts the report has, the worst first: those of the corpora that can still be read. */
async function withTexts(
  run: FinishedRun,
  corpora: readonly CorpusIndex[],
  reportPages: ReportPages | undefined,
): Promise<Pick<ReportIndex, 'corpora' | 'notes'> & { readonly chosen: readonly PageKey[] }> {
  const most =
    reportPages?.startsWith('worst:') === true ? Number(reportPages.slice('worst:'.length)) : Infinity;
  const notes: string[] = [];
  const ranked: (PageKey & { readonly score: number })[] = [];
  for (const corpus of corpora) {
    const { name, gold, pages } = corpus;
    const [first] = pages;
    if (first === undefined || (await run.page(name, first.id)) === undefined) {
      notes.push(`The texts of ${name} are not here: it is no longer where and what it was.`);
      continue;
    }
    if (most < pages.length)
      notes.push(
        `The texts of the ${formatCount(most)} worst pages of ${name} are here; those of all by: assay report RUN --report-pages all`,
      );
    const scores = lowestScores(corpus);
    const own = pages.map(({ id }, index) => ({ corpus: name, form: gold, page: id, score: scores[index]! }));
    ranked.push(...own.toSorted((a, b) => a.score - b.score).slice(0, most));
  }
  const chosen = ranked.toSorted((a, b) => a.score - b.score);
  const numbers = new Map(chosen.map((page, at) => [keyOf(page), at]));
  const numbered = corpora.map((corpus) => ({
    ...corpus,
    pages: corpus.pages.map((page): PageRow => {
      return { ...page, ...defined({ at: numbers.get(keyOf({ corpus: corpus.name, page: page.id })) }) };
    }),
  }));
  return { corpora: numbered, notes, chosen };
}

/** By page the lowest figure of an extractor that is no baseline; 1 where none has a figure. */
function lowestScores({ pages, cells, rows, figures, headline }: CorpusIndex): number[] {
  const figure = figures.findIndex(([name]) => name === headline);
  const own = cells.filter((_, row) => !rows[row]!.entry.baseline);
  return pages.map((_, index) => Math.min(1, ...own.map((row) => row[index]?.f?.[figure] ?? 1)));
}

interface PageKey {
  readonly corpus: string;
  readonly form: GoldForm;
  readonly page: string;
}

function keyOf({ corpus, page }: Pick<JournalLine, 'corpus' | 'page'>): string {
  return JSON.stringify([corpus, page]);
}

/** A page with what each extractor returned; undefined where it is gone. */
async function readPage(
  run: FinishedRun,
  { corpus, form, page: id }: PageKey,
  lines: readonly JournalLine[],
): Promise<ExtractedPage | undefined> {
  const labelled = await run.page(corpus, id);
  if (labelled === undefined) return undefined;
  const { page, gold } = labelled;
  const { media, contentType, url, refused } = page;
  const rows = lines.flatMap((line) => (line.status === 'skipped' ? [] : [line]));
  // What took too long when it was scored would do so again.
  const isReadable = rows.some((line) => line.status !== 'failed' || line.failure !== 'unscorable');
  const bytes = isReadable ? page.bytes : new Uint8Array();
  return {
    page: { bytes, media, ...defined({ contentType, url, refused }) },
    gold,
    unseen: unseenSorts(lines, gold, form),
    rows: await Promise.all(rows.map((line) => returnedBy(line, run))),
  };
}

async function returnedBy(
  line: Exclude<JournalLine, { status: 'skipped' }>,
  run: FinishedRun,
): Promise<Extracted> {
  const { corpus, extractor, page } = line;
  const row = { extractor, metrics: figuresOf(line.metrics, run.metrics) };
  if (line.status === 'failed') return row;
  const { extraction: place } = line;
  if (place !== undefined) return { ...row, returned: { key: { corpus, extractor, page }, place } };
  const returned = await run.extraction(line);
  return { ...row, ...(returned !== undefined && { returned }) };
}

/** As the journal has them. */
function figuresOf(scores: MetricScores, metrics: readonly Metric[]): ExtractedData['metrics'] {
  return metrics.flatMap(({ name, figures: all }) => {
    const figures = all.flatMap((figure) => {
      const value = scores[name]?.figures[figure];
      return isDefined(value) ? [`${figureTitle(figure)} ${value.toFixed(3)}`] : [];
    });
    return figures.length === 0 ? [] : [[name, figures.join(' ')] as const];
  });
}
