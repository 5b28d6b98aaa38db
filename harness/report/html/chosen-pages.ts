import { primaryOfRun } from '../../analyse/labels.ts';
import { valueOf } from '../../model/score.ts';
import { figureOnPage } from '../../score/metric.ts';
import { groupBy } from '../../util/group-by.ts';
import { formatCount } from '../format.ts';
import type { FinishedRun } from '../reporter.ts';
import { pageRows, rounded } from './index-data.ts';
import type { PageKey } from './page-key.ts';

/** Which pages have their texts in the report: all, or the n worst of each corpus. */
export type ReportPages = 'all' | `worst:${number}`;

export const REPORT_PAGES_EXPECTED = 'expected all, or worst: and a whole number, e.g. worst:200';

/** Whether a text says so. */
export function isReportPages(text: string): text is ReportPages {
  return /^(?:all|worst:\d{1,9})$/u.test(text);
}

/** The pages whose texts the report has, the worst first, and what a reader has to know of the others. */
export interface ChosenPages {
  readonly chosen: readonly PageKey[];
  readonly notes: readonly string[];
}

/** Chooses among the pages of the corpora that can still be read. */
export async function choosePages(
  run: FinishedRun,
  reportPages: ReportPages | undefined,
): Promise<ChosenPages> {
  const most =
    reportPages?.startsWith('worst:') === true ? Number(reportPages.slice('worst:'.length)) : Infinity;
  const baselines = new Set(
    run.description.extractors.filter(({ baseline }) => baseline).map(({ name }) => name),
  );
  const notes: string[] = [];
  const ranked: (PageKey & { readonly score: number })[] = [];
  for (const corpus of run.description.corpora) {
    const { name, gold } = corpus;
    const lines = run.journal.filter((line) => line.corpus === name);
    const pages = pageRows(lines);
    const [first] = pages;
    if (first === undefined || (await run.page(name, first.id)) === undefined) {
      notes.push(`The texts of ${name} are not here: it is no longer where and what it was.`);
      continue;
    }
    if (most < pages.length)
      notes.push(
        `The texts of the ${formatCount(most)} worst pages of ${name} are here; those of all by: assay report RUN --report-pages all`,
      );
    const metric = primaryOfRun(run.description, corpus);
    const byPage = groupBy(
      lines.filter(({ extractor }) => !baselines.has(extractor)),
      ({ page }) => page,
    );
    const own = pages.map(({ id }) => {
      const figures = (byPage.get(id) ?? []).map((line) => {
        const score = line.status === 'skipped' ? undefined : line.metrics[metric.name];
        return score && valueOf(figureOnPage(score, metric, metric.headline));
      });
      return { corpus: name, form: gold, page: id, score: lowest(figures) };
    });
    ranked.push(...own.toSorted((a, b) => a.score - b.score).slice(0, most));
  }
  return { chosen: ranked.toSorted((a, b) => a.score - b.score), notes };
}

/** The lowest of the figures that there are, as the report shows them; 1 where there is none. */
function lowest(figures: readonly (number | undefined)[]): number {
  return Math.min(1, ...figures.map((figure) => rounded(figure) ?? 1));
}
