import { readablePath } from '../corpus/readable-path.ts';
import { AssayError } from '../model/error.ts';
import { compareSystems } from '../stats/compare-systems.ts';
import type { Comparison } from '../stats/comparison-table.ts';
import { ranksOf } from '../stats/ranks.ts';
import { Resampling } from '../stats/resamples.ts';
import { comparisonTable } from './comparison-table.ts';
import { figureOver } from './figure-over.ts';
import { primaryOfRun } from './metrics-of-run.ts';
import { compareCodeUnits } from './order.ts';
import { scoresOf, sitesOf } from './ranking.ts';
import type { RunRecord } from './read-run.ts';

/** All extractors of a run on one corpus, every two of them, by one figure. */
export interface FieldComparison {
  readonly corpus: string;
  readonly metric: string;
  readonly figure: string;
  /** Best first; baselines are not among them. */
  readonly extractors: readonly { readonly name: string; readonly value: number; readonly rank?: number }[];
  /** `first` and `second` are indices into `extractors`, the better one first; p corrected for all pairs of the table. */
  readonly pairs: readonly Comparison[];
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
  const names = record.description.extractors.filter(({ baseline }) => !baseline).map(({ name }) => name);
  throw new AssayError(
    'usage',
    `${readablePath(record.folder)} has no two extractors to compare: ${names.join(', ') || 'none but baselines'}`,
  );
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
    const systems = names.flatMap((name) => {
      const scores = scoresOf(
        lines.filter((line) => line.extractor === name),
        metric,
      );
      const value = figureOver(scores, metric, metric.headline);
      return value === undefined ? [] : [{ name, scores, value }];
    });
    const sign = metric.best === 0 ? 1 : -1;
    const ordered = systems.toSorted(
      (a, b) => sign * (a.value - b.value) || compareCodeUnits(a.name, b.name),
    );
    if (ordered.length < 2) return [];
    const table = comparisonTable(
      sitesOf(lines),
      ordered.map(({ scores }) => scores),
      metric,
      metric.headline,
    );
    const pairs = compareSystems(table, new Resampling(corpus.digest));
    const ranks = ranksOf(pairs, ordered.length, metric.best ?? 1);
    const extractors = ordered.map(({ name, value }, index) => {
      const rank = ranks[index];
      return { name, value, ...(rank !== undefined && { rank }) };
    });
    return [{ corpus: corpus.name, metric: metric.name, figure: metric.headline, extractors, pairs }];
  });
}
