import { isDefined } from '../../model/score.ts';
import type { MetricScores } from '../../model/score.ts';
import { figureTitle } from '../../score/metric.ts';
import type { Metric } from '../../score/metric.ts';
import { defined } from '../../util/defined.ts';
import type { FinishedRun } from '../reporter.ts';
import type { Origin } from './beside.ts';
import { unseenSorts } from './kept-unseen.ts';
import type { Extracted, ExtractedPage } from './page-data.ts';
import type { PageKey } from './page-key.ts';
import type { ExtractedData } from './report-data.ts';

/** An extractor on a page, by its name in the report. */
export interface ReportedRow extends Origin {
  readonly name: string;
}

/** A page with what each extractor returned; undefined where it is gone. */
export async function readPage(
  { corpus, form, page: id }: PageKey,
  rows: readonly ReportedRow[],
  run: FinishedRun,
): Promise<ExtractedPage | undefined> {
  const labelled = await run.page(corpus, id);
  if (labelled === undefined) return undefined;
  const { page, gold } = labelled;
  const { bytes, media, contentType, url } = page;
  const lines = rows.map(({ line }) => line);
  return {
    page: { bytes, media, ...defined({ contentType, url }) },
    gold,
    unseen: unseenSorts(lines, gold, form),
    rows: (await Promise.all(rows.map(returnedBy))).flat(),
  };
}

async function returnedBy({ name, run, line }: ReportedRow): Promise<Extracted[]> {
  if (line.status === 'skipped') return [];
  const row = { extractor: name, metrics: figuresOf(line.metrics, run.metrics) };
  if (line.status === 'failed') return [row];
  const { corpus, extractor, page, extraction: place } = line;
  const { folder } = run;
  if (place !== undefined) return [{ ...row, returned: { folder, key: { corpus, extractor, page }, place } }];
  const returned = await run.extraction(line);
  return [{ ...row, ...(returned !== undefined && { returned }) }];
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
