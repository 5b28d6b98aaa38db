import { primaryOfRun } from '../../analyse/labels.ts';
import type { Acknowledgement } from '../../gate/acknowledgements.ts';
import { takesMedia } from '../../extract/page-session.ts';
import { baselineSignature } from '../../gate/baseline.ts';
import type { Baseline } from '../../gate/baseline.ts';
import { unknownFloors } from '../../gate/floors.ts';
import { gated } from '../../gate/gated.ts';
import type { GatedExtractor } from '../../gate/gated.ts';
import { slicesOfPage } from '../../analyse/slices.ts';
import { validAcknowledgements } from '../../gate/verdict.ts';
import type { Floors } from '../../model/config.ts';
import type { Metric } from '../../score/metric.ts';
import type { JournalLine } from '../../store/journal-line.ts';
import type { SignFlips } from '../../stats/sign-flips.ts';
import type { CorpusOfRun, ExtractorOfRun, RunDescription } from '../../store/run-description.ts';
import { AssayError } from '../../util/error.ts';
import { readablePath } from '../../util/readable-path.ts';
import type { PlannedRun } from '../run.ts';
import type { BaselineFolder } from './files.ts';

/** A baseline of which more pages have changed than this share says too little of the rest. */
const MOST_CHANGED = 0.05;

/** An extractor on a corpus, by their names. */
export interface NamedCase {
  readonly extractor: { readonly name: string };
  readonly corpus: { readonly name: string };
}

/** An extractor on a corpus of the run, and what the baseline has of it. */
export interface Case {
  readonly extractor: ExtractorOfRun;
  /** Which of the extractors of the run it is. */
  readonly place: number;
  readonly corpus: CorpusOfRun;
  readonly metric: Metric;
  readonly lines: readonly JournalLine[];
  readonly baseline: Baseline | undefined;
}

/**
 * What of a run is judged: every extractor on every corpus, apart from baselines and from what was skipped as a whole.
 *
 * @throws AssayError `usage` where that is nothing
 */
export async function casesOf(
  description: RunDescription,
  journal: readonly JournalLine[],
  folder: BaselineFolder,
): Promise<Case[]> {
  const cases: Case[] = [];
  for (const corpus of description.corpora) {
    const metric = primaryOfRun(description, corpus);
    for (const [place, extractor] of description.extractors.entries()) {
      if (extractor.baseline) continue;
      const lines = journal.filter(
        (line) => line.corpus === corpus.name && line.extractor === extractor.name,
      );
      if (lines.every(({ status }) => status === 'skipped')) continue;
      const baseline = await folder.read(extractor.name, corpus.name);
      cases.push({ extractor, place, corpus, metric, lines, baseline });
    }
  }
  if (cases.length > 0) return cases;
  throw new AssayError('usage', 'there is no extractor to judge beside baselines; name one with --extractor');
}

/** Extractors of a run that is about to begin, on each corpus of which they take a page, that have no baseline. */
export async function withoutBaseline(
  { extractors, plans }: PlannedRun,
  folder: BaselineFolder,
): Promise<NamedCase[]> {
  const missing: NamedCase[] = [];
  for (const { corpus, pages } of plans) {
    for (const extractor of extractors) {
      const { name, baseline, accepts } = extractor;
      if (baseline || !pages.some(({ media }) => takesMedia(accepts, media))) continue;
      if ((await folder.read(name, corpus.name)) === undefined) missing.push({ extractor, corpus });
    }
  }
  return missing;
}

/** Whether a run took every page of a corpus. */
export function isWholeCorpus({ options }: RunDescription): (corpus: CorpusOfRun) => boolean {
  return ({ selected, pages }) => selected === pages && options.shard === undefined;
}

/**
 * Puts a case beside its baseline.
 *
 * @throws AssayError `bad-input` for a baseline of something else
 */
export function gateCase(
  { extractor, corpus, metric }: Case,
  baseline: Baseline,
  lines: readonly JournalLine[],
  {
    description,
    acknowledgements,
    today,
    flips,
  }: {
    readonly description: RunDescription;
    readonly acknowledgements: readonly Acknowledgement[];
    readonly today: string;
    readonly flips: SignFlips;
  },
): GatedExtractor {
  const signature = baselineSignature(metric, description.policy);
  const who = `the baseline of ${extractor.name} on ${corpus.name}`;
  const fix = 'write it anew on the base, by this version of Assay: assay gate --update';
  if (baseline.head.signature !== signature) {
    const found = `${who} is one of other figures: found ${baseline.head.signature}, expected ${signature}`;
    throw new AssayError('bad-input', `${found}; ${fix}`);
  }
  const digests = new Map(lines.map(({ page, digest }) => [page, digest]));
  const of = { extractor: extractor.name, corpus: corpus.name, metric: metric.name };
  const result = gated({
    baseline,
    lines,
    metric,
    flips,
    version: extractor.version,
    isWhole: isWholeCorpus(description)(corpus),
    acknowledgements: validAcknowledgements(acknowledgements, of, digests, today),
  });
  const [changed, all] = [result.changed.length, result.changed.length + result.pages.length];
  if (changed > 1 && changed > MOST_CHANGED * all) {
    const found = `${changed} of ${all} pages of ${corpus.name} have other bytes or other gold than in ${who}`;
    throw new AssayError('bad-input', `${found}; ${fix}`);
  }
  if (all > 0) return result;
  throw new AssayError('bad-input', `${who} shares no page with the run; ${fix}`);
}

/**
 * Refuses floors that nothing in the gate can be held to: they would pass whatever an extractor did.
 *
 * @param place where a floor stands, by its key
 * @throws AssayError `usage` with all of them
 */
export function refuseUnknownFloors(
  floors: Floors,
  cases: readonly Case[],
  description: RunDescription,
  place: (key: string) => string,
): void {
  const grounds = cases.map(({ corpus, metric, lines }) => ({
    metric,
    slices: new Set(
      lines.flatMap((line) => (line.status === 'skipped' ? [] : slicesOfPage(line.slices ?? {}))),
    ),
    isWhole: isWholeCorpus(description)(corpus),
  }));
  const unknown = unknownFloors(floors, grounds);
  if (unknown.length === 0) return;
  const messages = unknown.map(({ key, meant, expected }) => {
    const found = `${place(key)}: found "${key}", a floor that nothing in this gate can be held to`;
    const hint = meant === undefined ? '; expected' : `; did you mean "${meant}"? Expected`;
    return `${found}${hint} ${expected}; correct it, or remove it`;
  });
  throw new AssayError('usage', messages.join('\n'));
}

/** Says which baselines are missing. */
export function noBaseline(missing: readonly NamedCase[], { folder, revision }: BaselineFolder): AssayError {
  const names = missing.map(({ extractor, corpus }) => `${extractor.name} on ${corpus.name}`).join(', ');
  const where = `${readablePath(folder)}${revision === undefined ? '' : ` of ${revision}`}`;
  const fix = 'run assay gate locally, which writes it, and commit it';
  return new AssayError('usage', `there is no baseline of ${names} in ${where}; ${fix}`);
}
