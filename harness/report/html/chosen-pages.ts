import type { JournalLine } from '../../store/journal-line.ts';
import { defined } from '../../util/defined.ts';
import { formatCount } from '../format.ts';
import type { FinishedRun } from '../reporter.ts';
import type { PageKey } from './read-page.ts';
import type { CorpusIndex, PageRow, ReportIndex } from './report-data.ts';

/** Which pages have their texts in the report: all, or the n worst of each corpus. */
export type ReportPages = 'all' | `worst:${number}`;

export const REPORT_PAGES_EXPECTED = 'expected all, or worst: and a whole number, e.g. worst:200';

/** Whether a text says so. */
export function isReportPages(text: string): text is ReportPages {
  return /^(?:all|worst:\d{1,9})$/u.test(text);
}

/** Numbers the pages whose texts the report has, the worst first: those of the corpora that can still be read. */
export async function withTexts(
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

/** Which page it is, as one text. */
export function keyOf({ corpus, page }: Pick<JournalLine, 'corpus' | 'page'>): string {
  return JSON.stringify([corpus, page]);
}
