import { readablePath } from '../util/readable-path.ts';
import { AssayError } from '../util/error.ts';
import { Resampling } from '../stats/resamples.ts';
import { primaryOfRun } from './metrics-of-run.ts';
import { rankSystems } from './ranking.ts';
import type { RankedSystems } from './ranking.ts';
import type { RunRecord } from '../store/read-run.ts';

/** All extractors of a run on one corpus, every two of them, by one figure. */
export interface FieldComparison extends Pick<RankedSystems, 'pairs'> {
  readonly corpus: string;
  readonly metric: string;
  readonly figure: string;
  /** Best first; baselines are not among them. */
  readonly extractors: RankedSystems['systems'];
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
  const mend = 'name two, which may be baselines: assay compare RUN A B';
  throw new AssayError('usage', extractors.length < 2 ? found : `${found}; ${mend}`);
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
    const { systems, pairs } = rankSystems(own, metric, new Resampling(corpus.digest));
    if (systems.length < 2) return [];
    return [
      { corpus: corpus.name, metric: metric.name, figure: metric.headline, extractors: systems, pairs },
    ];
  });
}
