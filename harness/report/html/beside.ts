import { basename } from 'node:path';
import { comparePair, sharedExtractors } from '../../analyse/compare.ts';
import type { NamedInRun } from '../../analyse/compare.ts';
import type { JournalLine } from '../../store/journal-line.ts';
import type { RunRecord } from '../../store/read-run.ts';
import { AssayError } from '../../util/error.ts';
import { readablePath } from '../../util/readable-path.ts';
import type { FinishedRun } from '../reporter.ts';
import type { BesideIndex, ChangeRow } from './report-data.ts';

/** A run with an earlier one beside it, as one: the extractors of the earlier one have the name of their run behind theirs. */
export interface RunBeside {
  readonly run: FinishedRun;
  /** Where a line comes from; absent for lines of the run itself. */
  readonly origins: ReadonlyMap<JournalLine, Origin>;
  readonly index: BesideIndex;
}

/** The line of an earlier run as it stands there. */
export interface Origin {
  readonly run: FinishedRun;
  readonly line: JournalLine;
}

/**
 * Puts an earlier run beside a run. Its baselines stay out, and so does what it was over alone.
 *
 * @throws AssayError `usage` where they have no extractor or page in common; `bad-input` for runs whose figures do not
 * belong together.
 */
export function putBeside(run: FinishedRun, earlier: FinishedRun): RunBeside {
  const label = earlier.description.label ?? basename(earlier.folder);
  const nameOf = (extractor: string): string => `${extractor} @ ${label}`;
  const corpora = new Set(run.description.corpora.map(({ name }) => name));
  const own = earlier.description.extractors.filter(({ baseline }) => !baseline);
  const names = new Set(own.map(({ name }) => name));
  const origins = new Map<JournalLine, Origin>();
  for (const line of earlier.journal) {
    if (!names.has(line.extractor) || !corpora.has(line.corpus)) continue;
    origins.set({ ...line, extractor: nameOf(line.extractor) }, { run: earlier, line });
  }
  // A rank is one among the extractors of a run.
  const entries = earlier.summary.extractors
    .filter(({ name, baseline, corpus }) => !baseline && names.has(name) && corpora.has(corpus))
    .map((entry) => {
      const { rank: _, ...unranked } = entry;
      return { ...unranked, name: nameOf(entry.name) };
    });
  const { description, summary, journal } = run;
  const renamed = own.map((extractor) => ({ ...extractor, name: nameOf(extractor.name) }));
  return {
    run: {
      ...run,
      description: { ...description, extractors: [...description.extractors, ...renamed] },
      summary: { ...summary, extractors: [...summary.extractors, ...entries] },
      journal: [...journal, ...origins.keys()],
    },
    origins,
    index: { run: label, changes: changesOf(earlier, run, nameOf) },
  };
}

function changesOf(earlier: FinishedRun, run: FinishedRun, nameOf: (name: string) => string): ChangeRow[] {
  const [before, after] = [recordOf(earlier), recordOf(run)];
  const shared = sharedExtractors(before, after);
  if (shared.length === 0) {
    const both = `${readablePath(run.folder)} and ${readablePath(earlier.folder)}`;
    throw new AssayError(
      'usage',
      `${both} have no extractor of one name, so nothing can be put beside the other`,
    );
  }
  return shared.flatMap((name) => {
    const [first, second]: NamedInRun[] = [
      { record: before, name },
      { record: after, name },
    ];
    return comparePair({ first: first!, second: second! }).map(({ corpus, figures }): ChangeRow => {
      const { first: was, second: is, difference, wins, ties, losses, test } = figures.at(-1)!;
      const known = { corpus, before: nameOf(name), after: name, was, is, difference };
      return { ...known, better: wins, same: ties, worse: losses, ...(test !== undefined && { test }) };
    });
  });
}

function recordOf({ folder, description, journal }: FinishedRun): RunRecord {
  return { folder, description, journal, isFinished: true };
}
