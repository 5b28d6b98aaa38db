import { join } from 'node:path';
import { MOST_RECORDED_BYTES } from '../../model/limits.ts';
import { digestBytes, readAtMost } from '../../util/read-at-most.ts';
import type { Extraction, Outcome } from '../../model/extraction.ts';
import { EXTRACTIONS, journalKey, readExtractions } from '../../store/extractions.ts';
import type { JournalLine } from '../../store/journal-line.ts';
import { RESULTS } from '../../store/journal.ts';
import { readRun } from '../../store/read-run.ts';
import type { ExtractorOfRun } from '../../store/run-description.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { AssayError } from '../../util/error.ts';
import { pathExists } from '../../util/path-exists.ts';
import { failed, withWords } from '../outcome.ts';
import { unreadable } from './recorded-files.ts';
import type { Recording } from './recorded-files.ts';

/**
 * What an extractor returned in an earlier run, its failures and skipped pages among it; also of a run that was cut
 * off. Pages are found by corpus and identifier; by the identifier alone where the run has but one corpus.
 *
 * @param extractor its name in the run; not needed where the run has but one
 * @throws AssayError `bad-input`: files that cannot be read, `usage`: no such extractor, or several and none named.
 */
export async function readRecordedRun(folder: string, extractor: string | undefined): Promise<Recording> {
  const { description, journal } = await readRun(folder);
  const { name, version, accepts, baseline } = choose(folder, description.extractors, extractor);
  await Promise.all([RESULTS, EXTRACTIONS].map((part) => mustBeThere(join(folder, part))));
  const outcomes = new Map<string, Outcome>();
  const ids = new Set<string>();
  for (const line of journal) {
    if (line.extractor !== name || line.status === 'extracted') continue;
    outcomes.set(journalKey(line), outcomeOf(line));
    ids.add(line.page);
  }
  let characters = 0;
  // Checked by the store as it is read.
  for await (const record of readExtractions(folder)) {
    const { extraction } = record;
    if (record.extractor !== name) continue;
    characters += lengthOf(extraction);
    if (characters > MOST_RECORDED_BYTES)
      throw unreadable(
        join(folder, EXTRACTIONS),
        `found more than ${MOST_RECORDED_BYTES} characters of ${name}; at most so many are read; make the run over fewer pages`,
      );
    outcomes.set(journalKey(record), { status: 'extracted', extraction });
    ids.add(record.page);
  }
  const [only, ...others] = description.corpora;
  const single = others.length === 0 ? only?.name : undefined;
  return {
    name,
    version,
    accepts,
    baseline,
    content: digestBytes(readAtMost(join(folder, EXTRACTIONS), MOST_RECORDED_BYTES)),
    ids: [...ids],
    recall: ({ id }, corpus) =>
      outcomes.get(journalKey({ corpus: single ?? corpus ?? '', extractor: name, page: id })),
  };
}

function lengthOf({ authors = [], ...texts }: Extraction): number {
  return [...authors, ...Object.values(texts)].reduce((sum, text) => sum + text.length, 0);
}

function choose(
  folder: string,
  extractors: readonly ExtractorOfRun[],
  wanted: string | undefined,
): ExtractorOfRun {
  const [only, ...others] = extractors;
  if (wanted === undefined && only !== undefined && others.length === 0) return only;
  const found = extractors.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const names = extractors.map(({ name }) => name);
  const near = wanted === undefined ? undefined : didYouMean(wanted, names);
  const hint = near === undefined ? `name one of ${names.join(', ')}` : `did you mean "${near}"?`;
  const what = wanted === undefined ? `the run has ${names.length} extractors` : `the run has no "${wanted}"`;
  throw new AssayError('usage', `recorded:${folder}: ${what}; write recorded:${folder}#NAME; ${hint}`);
}

async function mustBeThere(path: string): Promise<void> {
  if (!(await pathExists(path))) throw unreadable(path, 'cannot read this part of the run (ENOENT)');
}

function outcomeOf(line: Extract<JournalLine, { status: 'failed' | 'skipped' }>): Outcome {
  if (line.status === 'skipped') return { status: 'skipped', reason: line.reason };
  return withWords(failed(line.failure, line.message), line);
}
