import { readablePath } from '../util/readable-path.ts';
import { AssayError } from '../util/error.ts';
import { comparePair, sharedExtractors, unsharedExtractors } from '../analyse/compare.ts';
import type { PairComparison } from '../analyse/compare.ts';
import { compareField } from '../analyse/compare-field.ts';
import type { FieldComparison } from '../analyse/compare-field.ts';
import { findRun, isRun } from '../store/find-run.ts';
import { readRun, refuseUnfinished } from '../store/read-run.ts';
import type { RunRecord } from '../store/read-run.ts';

/** Every two extractors of a run, or the pairs that were named. */
export type Comparisons =
  | { readonly kind: 'field'; readonly fields: readonly FieldComparison[] }
  | {
      readonly kind: 'pairs';
      readonly pairs: readonly PairComparison[];
      /** Extractors that only one of two runs has, where nobody named any; baselines aside. */
      readonly leftOut?: readonly string[];
    };

/**
 * Compares what `assay compare` is given: every two extractors of a run (`RUN`), two extractors of a run (`RUN A B`), the
 * extractors that two runs have in common (`OLD NEW`), one that both have (`OLD NEW A`), or one of each (`OLD NEW A B`), on
 * every corpus that both ran over.
 *
 * @throws AssayError `usage` for other arguments, an extractor or a run that is not there; `bad-input` for runs whose
 * figures do not belong together.
 */
export async function compare(run: string, rest: readonly string[]): Promise<Comparisons> {
  const first = await readRun(await findRun(run));
  // An extractor of the run comes before a label of the same name.
  const isExtractor = first.description.extractors.some(({ name }) => name === rest[0]);
  const hasSecond = rest[0] !== undefined && !isExtractor && (await isRun(rest[0]));
  const second = hasSecond ? await readRun(await findRun(rest[0]!)) : first;
  for (const record of new Set([first, second])) refuseUnfinished(record);
  const names = hasSecond ? rest.slice(1) : rest;
  if (rest.length === 0) return { kind: 'field', fields: compareField(first) };
  if (names.length === 0) {
    const leftOut = unsharedExtractors(first, second);
    return { kind: 'pairs', pairs: compareShared(first, second), ...(leftOut.length > 0 && { leftOut }) };
  }
  const isEnough = names.length === 2 || (hasSecond && names.length === 1);
  if (!isEnough) throw new AssayError('usage', howMany(first, second, names));
  const [name, other = name] = names;
  const pairs = comparePair({
    first: { record: first, name: name! },
    second: { record: second, name: other! },
  });
  return { kind: 'pairs', pairs };
}

function compareShared(first: RunRecord, second: RunRecord): PairComparison[] {
  const names = sharedExtractors(first, second);
  if (names.length === 0) {
    const both = `${readablePath(first.folder)} and ${readablePath(second.folder)}`;
    throw new AssayError(
      'usage',
      `${both} have no extractor of one name; name one of each: assay compare OLD NEW A B`,
    );
  }
  return names.flatMap((name) =>
    comparePair({ first: { record: first, name }, second: { record: second, name } }),
  );
}

function howMany(first: RunRecord, second: RunRecord, names: readonly string[]): string {
  const found = names.join(', ');
  if (first !== second) {
    return `expected two extractors, one of ${extractorsOf(first)} and one of ${extractorsOf(second)}, one name for both, or none; found ${found}`;
  }
  return `expected nothing, another run, or two extractors of ${extractorsOf(first)}; found ${found}`;
}

function extractorsOf({ description, folder }: RunRecord): string {
  return `${readablePath(folder)} (${description.extractors.map(({ name }) => name).join(', ')})`;
}
