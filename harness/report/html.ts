import { open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
import { packed } from './html/packed.ts';
import type { ExtractedPage } from './html/page-data.ts';
import { packPages } from './html/page-threads.ts';
import type { CorpusIndex, ExtractedData, PageRow, ReportIndex } from './html/report-data.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import { tell } from './print.ts';

/** The file that the HTML reporter writes into the folder of the run. */
export const HTML_FILE = 'report.html';

/** A larger file is slow to send and to open. */
const LARGE_BYTES = 40e6;

/** Default of the texts in a report, which are pages times extractors: to explain so many takes ten seconds on two cores. */
const MOST_TEXTS = 2000;

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
 * @param reportPages default: all, but of the worst pages only where the texts are more than 2,000
 */
export async function writeReport(
  run: FinishedRun,
  path: string,
  reportPages?: ReportPages,
): Promise<number> {
  const [head, middle, end] = await readTemplate();
  const { corpora, notes } = await withTexts(run, corporaOf(run), mostPages(run, reportPages));
  const index: ReportIndex = { folder: basename(run.folder), run: run.description, corpora, notes };
  const file = await open(path, 'wx');
  try {
    await file.appendFile(head);
    await file.appendFile(await packed(index));
    await file.appendFile(middle);
    const chosen = corpora.flatMap(({ name, pages }) =>
      pages.filter(({ at }) => at !== undefined).map(({ id }) => ({ corpus: name, id })),
    );
    const linesOf = groupBy(run.journal, keyOf);
    const rowsOf = ({ corpus, id }: PageKey): JournalLine[] => linesOf.get(keyOf({ corpus, page: id })) ?? [];
    const texts = chosen.reduce((sum, page) => sum + rowsOf(page).length, 0);
    let at = 0;
    for await (const text of packPages(chosen.length, texts, (page) =>
      readPage(run, chosen[page]!, rowsOf(chosen[page]!)),
    )) {
      await file.appendFile(`<script type="text/plain" id="p${at++}">${text}</script>\n`);
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

/** How many pages of each corpus have their texts in the report. */
function mostPages({ description, journal }: FinishedRun, reportPages: ReportPages | undefined): number {
  if (reportPages === 'all') return Infinity;
  if (reportPages !== undefined) return Number(reportPages.slice('worst:'.length));
  if (journal.length <= MOST_TEXTS) return Infinity;
  return Math.floor(MOST_TEXTS / description.extractors.length / description.corpora.length);
}

/** Numbers the pages whose texts the report has: those of the corpora that can still be read. */
async function withTexts(
  run: FinishedRun,
  corpora: readonly CorpusIndex[],
  most: number,
): Promise<Pick<ReportIndex, 'corpora' | 'notes'>> {
  const numbered: CorpusIndex[] = [];
  const notes: string[] = [];
  let next = 0;
  for (const corpus of corpora) {
    const [first] = corpus.pages;
    const isReadable = first !== undefined && (await run.page(corpus.name, first.id)) !== undefined;
    if (!isReadable)
      notes.push(`The texts of ${corpus.name} are not here: it is no longer where and what it was.`);
    else if (most < corpus.pages.length)
      notes.push(
        `The texts of the ${formatCount(most)} worst pages of ${corpus.name} are here; those of all by: assay report RUN --report-pages all`,
      );
    const chosen = isReadable ? worstPages(corpus, most) : new Set();
    const pages = corpus.pages.map((page, index): PageRow =>
      chosen.has(index) ? { ...page, at: next++ } : page,
    );
    numbered.push({ ...corpus, pages });
  }
  return { corpora: numbered, notes };
}

/** The indices of the pages on which some extractor, no baseline, has the lowest figures. */
function worstPages(
  { pages, cells, rows, figures, headline }: CorpusIndex,
  most: number,
): ReadonlySet<number> {
  const figure = figures.findIndex(([name]) => name === headline);
  const own = cells.filter((_, row) => !rows[row]!.entry.baseline);
  const worst = pages.map((_, index) => ({
    index,
    score: Math.min(...own.map((row) => row[index]?.f?.[figure] ?? 1)),
  }));
  const chosen = worst.toSorted((a, b) => a.score - b.score || a.index - b.index).slice(0, most);
  return new Set(chosen.map(({ index }) => index));
}

interface PageKey {
  readonly corpus: string;
  readonly id: string;
}

function keyOf({ corpus, page }: Pick<JournalLine, 'corpus' | 'page'>): string {
  return JSON.stringify([corpus, page]);
}

/** A page with what each extractor returned; undefined where it is gone. */
async function readPage(
  run: FinishedRun,
  { corpus, id }: PageKey,
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
    policy: run.policy,
    rows: await Promise.all(
      rows.map(async (line) => ({
        extractor: line.extractor,
        metrics: figuresOf(line.metrics, run.metrics),
        extraction: await run.extraction(line),
      })),
    ),
  };
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
