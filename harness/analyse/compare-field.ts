import type { Figure } from '../model/score.ts';
import { figureOnPage } from '../score/metric.ts';
import { SignFlips } from '../stats/sign-flips.ts';
import type { RunRecord } from '../store/read-run.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { primaryOfRun } from './labels.ts';
import { rankSystems, scoresOf, sitesOf } from './ranking.ts';
import type { RankedSystems } from './ranking.ts';

/** All extractors of a run on one corpus, every two of them, by one figure. */
export interface FieldComparison extends Pick<RankedSystems, 'pairs'> {
  readonly corpus: string;
  readonly metric: string;
  readonly figure: string;
  /** Best first; baselines are not among them. */
  readonly extractors: RankedSystems['systems'];
  /** Every page, by identifier. */
  readonly pages: readonly FieldPage[];
}

/** A page, and the figure of each extractor on it, in their order; null where it skipped the page. */
export interface FieldPage {
  readonly page: string;
  readonly site: string;
  readonly figures: readonly (Figure | null)[];
}

/**
 * Compares every two extractors of a run on each corpus by the headline figure of its primary metric; baselines stay
 * out.
 *
 * @throws AssayError `usage` if there are no two to compare.
 */
export function compareField(record: RunRecord): FieldComparison[] {
  const fields = fieldsOf(record);
  if (fields.length > 0) return fields;
  const { extractors } = record.description;
  const names = extractors.filter(({ baseline }) => !baseline).map(({ name }) => name);
  const found = `${readablePath(record.folder)} has no two extractors to compare: ${names.join(', ') || 'none'}, beside baselines`;
  const fix = 'name two, which may be baselines: assay compare RUN A B';
  throw new AssayError('usage', extractors.length < 2 ? found : `${found}; ${fix}`);
}

/** The same; a corpus on which there are no two to compare is left out. The tests are those behind the ranks of the summary. */
export function fieldsOf({
  description,
  journal,
}: Pick<RunRecord, 'description' | 'journal'>): FieldComparison[] {
  const names = description.extractors.filter(({ baseline }) => !baseline).map(({ name }) => name);
  return description.corpora.flatMap((corpus) => {
    const metric = primaryOfRun(description, corpus);
    const lines = journal.filter((line) => line.corpus === corpus.name);
    const own = names.map((name) => ({ name, lines: lines.filter(({ extractor }) => extractor === name) }));
    const { systems, pairs } = rankSystems(own, metric, new SignFlips(corpus.digest));
    if (systems.length < 2) return [];
    const scores = systems.map(({ name }) => scoresOf(own.find((each) => each.name === name)!.lines, metric));
    const pages = [...sitesOf(own.flatMap((each) => each.lines))].map(([page, site]) => ({
      page,
      site,
      figures: scores.map((byPage) => {
        const score = byPage.get(page);
        return (score && figureOnPage(score, metric, metric.headline)) ?? null;
      }),
    }));
    const figure = metric.headline;
    return [{ corpus: corpus.name, metric: metric.name, figure, extractors: systems, pairs, pages }];
  });
}
