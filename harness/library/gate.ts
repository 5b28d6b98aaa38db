import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { primaryOfRun } from '../analyse/labels.ts';
import { loadConfig } from '../config/load-config.ts';
import { baselineOf, baselineSignature } from '../gate/baseline.ts';
import type { Baseline } from '../gate/baseline.ts';
import { gated } from '../gate/gated.ts';
import type { GatedExtractor } from '../gate/gated.ts';
import { newTrouble } from '../gate/rules/new-failure.ts';
import { judge, problemOf, validAcknowledgements } from '../gate/verdict.ts';
import type { Verdict } from '../gate/verdict.ts';
import type { Acknowledgement } from '../gate/acknowledgements.ts';
import type { Floors } from '../model/config.ts';
import type { Metric } from '../score/metric.ts';
import { assayVersion } from '../run/environment.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { findRun } from '../store/find-run.ts';
import { readRun, refuseUnfinished } from '../store/read-run.ts';
import type { CorpusOfRun, ExtractorOfRun, RunDescription } from '../store/run-description.ts';
import { AssayError } from '../util/error.ts';
import { toJson } from '../util/json.ts';
import { readablePath } from '../util/readable-path.ts';
import { writeWhole } from '../util/write-whole.ts';
import { BASELINE_FOLDER, BaselineFolder } from './gate-files.ts';
import { openReporters } from '../report/open-reporters.ts';
import type { ReportDefaults, ReportSettings } from '../report/open-reporters.ts';
import type { Reporter } from '../report/reporter.ts';
import { run } from './run.ts';
import { refuseUnknownSettings, settingsOfRun } from './settings.ts';
import type { GateSettings } from './settings.ts';

/** What came of a gate. */
export interface GateResult {
  /** Folder of the run that was judged; `verdict.json` lies there. */
  readonly folder: string;
  /** Absent where no extractor of the run had a baseline, so that there was nothing to judge. */
  readonly verdict?: Verdict;
  /** Files of baselines that were written, because there were none or because it was asked for. */
  readonly written: readonly string[];
  /** Why an update that was asked for was not made. */
  readonly refused?: string;
  /** Acknowledgements that were removed. */
  readonly pruned: number;
}

/** More new failures than this are no accident that a second try would explain. */
const MOST_RETRIED = 20;
/** A baseline of which more pages have changed than this share says too little of the rest. */
const MOST_CHANGED = 0.05;

/**
 * Does what `gate` of the library and `assay gate` do: the verdict goes to the reporters, too.
 *
 * @param defaults the defaults of reporters
 */
export async function gateAndReport(
  asked: GateSettings,
  reports: Pick<ReportSettings, 'reporters'> = {},
  defaults: ReportDefaults = {},
): Promise<GateResult> {
  const reporters = await openReporters(await loadConfig(asked.config), reports, {
    ...defaults,
    progress: {},
  });
  const result = await gate(asked, defaults.progress);
  if (result.verdict !== undefined) await reporters.onVerdict(result.verdict, result.folder);
  return result;
}

/** The same without a report. */
export async function gate(asked: GateSettings, progress: Reporter = {}): Promise<GateResult> {
  const {
    run: given,
    baseline = BASELINE_FOLDER,
    base,
    update,
    allowRegression,
    prune,
    ci,
    ...settings
  } = asked;
  refuseUnknownSettings(settings, 'run');
  if (update === true && ci === true) {
    throw new AssayError(
      'usage',
      'a baseline is not updated in CI; run assay gate --update locally and commit it',
    );
  }
  const folder = new BaselineFolder(baseline, base);
  const { description, journal, folder: runFolder } = await runOrRead(given, settings, progress);
  const { config } = await loadConfig(settings.config);
  const acknowledgements = await folder.acknowledgements();
  const today = new Date().toISOString().slice(0, 10);
  const cases = await casesOf(description, journal, folder);
  const missing = cases.filter(({ baseline: known }) => known === undefined);
  if (missing.length > 0 && (ci === true || base !== undefined)) throw noBaseline(missing, folder);
  const retried = new Map<string, string[]>();
  const judged: GatedExtractor[] = [];
  for (const each of cases) {
    if (each.baseline === undefined) continue;
    const compare = (lines: readonly JournalLine[]): GatedExtractor =>
      gateCase(each, each.baseline!, lines, { description, acknowledgements, today });
    const first = compare(each.lines);
    const again =
      given === undefined ? await retryFailures(first, runFolder, settings) : new Map<string, JournalLine>();
    const result = again.size === 0 ? first : compare(each.lines.map((line) => again.get(line.page) ?? line));
    retried.set(keyOf(result), [...again.keys()]);
    judged.push(result);
  }
  const isWhole = description.corpora.every(isWholeCorpus(description));
  const floors: Floors = config.gate?.floors ?? {};
  const found =
    judged.length === 0
      ? undefined
      : judge({
          assay: assayVersion(),
          gated: judged,
          acknowledgements,
          today,
          floors,
          unstable: (each) => retried.get(keyOf(each)) ?? [],
          isStrict: isWhole && ci === true,
        });
  const touched = await touchedBy(base, baseline, { cases, floors, acknowledgements });
  const isTouched = touched.acknowledgements !== 0 || touched.settings.length > 0;
  const verdict = found && { ...found, ...(isTouched && { touched }) };
  if (verdict !== undefined) await writeWhole(join(runFolder, 'verdict.json'), toJson(verdict));
  const pruned = prune === true ? await pruneAcknowledgements(folder, judged, acknowledgements, today) : 0;
  const common = { folder: runFolder, ...(verdict && { verdict }), pruned };
  const wanted = update === true ? cases : missing;
  if (wanted.length > 0 && !isWhole) {
    throw new AssayError(
      'usage',
      'a baseline is written of whole corpora only; run without --pages, --limit and the like',
    );
  }
  if (update === true && verdict?.verdict === 'fail' && allowRegression !== true) {
    const refused =
      'the baseline would be lower; mend the losses, or give --allow-regression to accept all of them';
    return { ...common, written: [], refused };
  }
  const files: string[] = [];
  for (const { extractor, corpus, metric, lines } of wanted) {
    files.push(await folder.write(baselineOf(description, extractor, corpus, metric, lines, floors)));
  }
  return { ...common, written: files.map(readablePath) };
}

/** An extractor on a corpus of the run, and what the baseline has of it. */
interface Case {
  readonly extractor: ExtractorOfRun;
  readonly corpus: CorpusOfRun;
  readonly metric: Metric;
  readonly lines: readonly JournalLine[];
  readonly baseline: Baseline | undefined;
}

type RunLike = {
  readonly description: RunDescription;
  readonly journal: readonly JournalLine[];
  readonly folder: string;
};

async function runOrRead(
  given: string | undefined,
  settings: Omit<GateSettings, 'run'>,
  progress: Reporter,
): Promise<RunLike> {
  // The version under test is never answered from the cache.
  if (given === undefined) return run({ ...settings, cache: false, reporters: [] }, { progress });
  const record = await readRun(await findRun(given));
  refuseUnfinished(record);
  return record;
}

async function casesOf(
  description: RunDescription,
  journal: readonly JournalLine[],
  folder: BaselineFolder,
): Promise<Case[]> {
  const cases: Case[] = [];
  for (const corpus of description.corpora) {
    const metric = primaryOfRun(description, corpus);
    for (const extractor of description.extractors.filter(({ baseline }) => !baseline)) {
      const lines = journal.filter(
        (line) => line.corpus === corpus.name && line.extractor === extractor.name,
      );
      if (lines.every(({ status }) => status === 'skipped')) continue;
      const baseline = await folder.read(extractor.name, corpus.name);
      cases.push({ extractor, corpus, metric, lines, baseline });
    }
  }
  if (cases.length > 0) return cases;
  throw new AssayError('usage', 'there is no extractor to judge beside baselines; name one with --extractor');
}

/** Whether a run took every page of a corpus. */
function isWholeCorpus({ options }: RunDescription): (corpus: CorpusOfRun) => boolean {
  return ({ selected, pages }) => selected === pages && options.shard === undefined;
}

/** @throws AssayError `bad-input` for a baseline of something else */
function gateCase(
  { extractor, corpus, metric }: Case,
  baseline: Baseline,
  lines: readonly JournalLine[],
  {
    description,
    acknowledgements,
    today,
  }: {
    readonly description: RunDescription;
    readonly acknowledgements: readonly Acknowledgement[];
    readonly today: string;
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
    corpusDigest: corpus.digest,
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

function noBaseline(missing: readonly Case[], { folder, revision }: BaselineFolder): AssayError {
  const names = missing.map(({ extractor, corpus }) => `${extractor.name} on ${corpus.name}`).join(', ');
  const where = `${readablePath(folder)}${revision === undefined ? '' : ` of ${revision}`}`;
  const fix = 'run assay gate locally, which writes it, and commit it';
  return new AssayError('usage', `there is no baseline of ${names} in ${where}; ${fix}`);
}

/**
 * Tries pages again, alone on the machine, that failed or came out empty and did not before. Gives the lines of those that
 * did not fail again.
 */
async function retryFailures(
  { extractor, corpus, pages }: GatedExtractor,
  folder: string,
  { config }: Pick<GateSettings, 'config'>,
): Promise<ReadonlyMap<string, JournalLine>> {
  const failed = pages.filter(
    (page) => page.acknowledged === undefined && page.after.status === 'failed' && newTrouble(page),
  );
  const better = new Map<string, JournalLine>();
  if (failed.length === 0 || failed.length > MOST_RETRIED) return better;
  const settings = await settingsOfRun(folder, {}, await loadConfig(config));
  const index = (await readRun(folder)).description.extractors.findIndex(({ name }) => name === extractor);
  const place = (await readRun(folder)).description.corpora.findIndex(({ name }) => name === corpus);
  const beside = await mkdtemp(join(tmpdir(), 'assay-gate-'));
  try {
    for (const [number, { page }] of failed.entries()) {
      const { journal } = await run({
        ...settings,
        config,
        extractors: settings.extractors!.slice(index, index + 1),
        corpora: settings.corpora!.slice(place, place + 1),
        pages: escapeGlob(page),
        workers: 1,
        cache: false,
        reporters: [],
        out: join(beside, String(number)),
      });
      const line = journal.find((each) => each.page === page);
      if (line?.status === 'extracted') better.set(page, line);
    }
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return better;
}

/** A glob that matches the text alone. */
function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!+@|]/gu, String.raw`\$&`);
}

function keyOf({ extractor, corpus }: Pick<GatedExtractor, 'extractor' | 'corpus'>): string {
  return JSON.stringify([extractor, corpus]);
}

/** What the change itself does to the gate: acknowledgements against a revision, floors against the baselines. */
async function touchedBy(
  base: string | undefined,
  folder: string,
  {
    cases,
    floors,
    acknowledgements,
  }: {
    readonly cases: readonly Case[];
    readonly floors: Floors;
    readonly acknowledgements: readonly Acknowledgement[];
  },
): Promise<NonNullable<Verdict['touched']>> {
  const before =
    base === undefined ? acknowledgements : await new BaselineFolder(folder, base).acknowledgements();
  const changed = cases.flatMap(({ baseline }) => {
    if (baseline === undefined) return [];
    const old: Floors = baseline.head.floors ?? {};
    const keys = [...new Set([...Object.keys(old), ...Object.keys(floors)])];
    return keys
      .filter((key) => old[key] !== floors[key])
      .map((key) => `floor ${key}: ${old[key] ?? 'none'} → ${floors[key] ?? 'none'}`);
  });
  return { acknowledgements: acknowledgements.length - before.length, settings: [...new Set(changed)] };
}

async function pruneAcknowledgements(
  folder: BaselineFolder,
  judged: readonly GatedExtractor[],
  acknowledgements: readonly Acknowledgement[],
  today: string,
): Promise<number> {
  const lines = acknowledgements.flatMap((each) => {
    const own = judged.find(
      ({ extractor, corpus }) => extractor === each.extractor && corpus === each.corpus,
    );
    const isDead = own !== undefined && (each.until < today || isUnused(each, own, today));
    return isDead ? [each.line] : [];
  });
  if (lines.length > 0) await folder.prune(new Set(lines));
  return lines.length;
}

function isUnused(each: Acknowledgement, own: GatedExtractor, today: string): boolean {
  const page = own.pages.find(({ page: id }) => id === each.page);
  return (
    problemOf(each, own, today) !== undefined &&
    (page === undefined || page.change >= 0 || page.digest !== each.digest)
  );
}
