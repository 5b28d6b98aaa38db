import { dirname, join } from 'node:path';
import { loadConfig } from '../../config/load-config.ts';
import type { LoadedConfig } from '../../config/load-config.ts';
import { baselineOf } from '../../gate/baseline.ts';
import type { GatedExtractor } from '../../gate/gated.ts';
import type { MeasuredSpeed } from '../../gate/rule.ts';
import { judge } from '../../gate/verdict.ts';
import type { Verdict } from '../../gate/verdict.ts';
import type { Floors } from '../../model/config.ts';
import { openReporters } from '../../report/open-reporters.ts';
import type { ReportDefaults, ReportSettings } from '../../report/open-reporters.ts';
import type { Reporter } from '../../report/reporter.ts';
import { assayVersion } from '../../run/environment.ts';
import { findRun } from '../../store/find-run.ts';
import type { JournalLine } from '../../store/journal-line.ts';
import { readRun, refuseUnfinished } from '../../store/read-run.ts';
import type { RunDescription } from '../../store/run-description.ts';
import { SignFlips } from '../../stats/sign-flips.ts';
import { AssayError } from '../../util/error.ts';
import { toJson } from '../../util/json.ts';
import { readablePath } from '../../util/readable-path.ts';
import { writeWhole } from '../../util/write-whole.ts';
import { pruneAcknowledgements, touchedBy } from './acknowledgements.ts';
import {
  casesOf,
  gateCase,
  isSkipped,
  isWholeCorpus,
  noBaseline,
  refuseUnknownFloors,
  withoutBaseline,
} from './cases.ts';
import type { Case, NamedCase } from './cases.ts';
import { BASELINE_FOLDER, BaselineFolder, readVerdict } from './files.ts';
import { commitOf } from '../git.ts';
import type { PlannedRun } from '../run.ts';
import { refuseUnknownSettings } from '../settings.ts';
import type { GateSettings } from '../settings.ts';

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
  const loaded = await loadConfig(asked.config);
  const reporters = await openReporters(loaded, reports, { ...defaults, progress: {} });
  const result = await gateBy(loaded, asked, defaults.progress);
  if (result.verdict !== undefined) await reporters.onVerdict(result.verdict, result.folder);
  return result;
}

/** Hands a verdict that was made elsewhere to the reporters, which leave their files beside it. */
export async function reportVerdict(
  file: string,
  config: GateSettings['config'],
  reports: Pick<ReportSettings, 'reporters'>,
  defaults: ReportDefaults,
): Promise<void> {
  const reporters = await openReporters(await loadConfig(config), reports, { ...defaults, progress: {} });
  await reporters.onVerdict(await readVerdict(file), dirname(file));
}

/** The same as `gateAndReport` without a report. */
export async function gate(asked: GateSettings): Promise<GateResult> {
  return gateBy(await loadConfig(asked.config), asked);
}

async function gateBy(
  loaded: LoadedConfig,
  asked: GateSettings,
  progress: Reporter = {},
): Promise<GateResult> {
  refuseUnknownSettings(asked, 'gate');
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
  if (update === true && ci === true) {
    throw new AssayError(
      'usage',
      'a baseline is not updated in CI; run assay gate --update locally and commit it',
    );
  }
  const folder = new BaselineFolder(baseline, base);
  if (base !== undefined) await commitOf(base);
  // Those of the change itself: a loss is accepted in the same commit that brings it.
  const own = new BaselineFolder(baseline);
  const acknowledgements = await own.acknowledgements();
  const refuse = (unknown: readonly NamedCase[], takesAll: boolean): void => {
    if (unknown.length > 0 && (ci === true || base !== undefined)) throw noBaseline(unknown, folder);
    if (takesAll || (update !== true && unknown.length === 0)) return;
    throw new AssayError(
      'usage',
      'a baseline is written of whole corpora only; run without --pages, --limit and the like',
    );
  };
  // What could not be judged is not run either.
  const onPlanned = async (planned: PlannedRun): Promise<void> => {
    const takesAll = planned.plans.every(({ pages, corpus }) => pages.length === corpus.pages.length);
    refuse(await withoutBaseline(planned, folder), takesAll);
  };
  const ran = await runOrRead(given, settings, loaded, { progress, onPlanned });
  const { description, journal, folder: runFolder } = ran;
  const { config } = loaded;
  const today = new Date().toISOString().slice(0, 10);
  const cases = await casesOf(description, journal, folder);
  const floors: Floors = config.gate?.floors ?? {};
  refuseUnknownFloors(floors, cases, description, (key) => loaded.place(['gate', 'floors', key]));
  const missing = cases.filter(({ baseline: known }) => known === undefined);
  const isWhole = description.corpora.every(isWholeCorpus(description));
  refuse(missing, isWhole);
  // What a second try mended is no failure to be kept either.
  const linesOf = new Map(cases.map((each) => [each, each.lines]));
  const retried = new Map<string, string[]>();
  const speeds = new Map<string, MeasuredSpeed>();
  const judged: GatedExtractor[] = [];
  const flipsOf = sharedFlips();
  for (const each of cases) {
    if (each.baseline === undefined) continue;
    const compare = (lines: readonly JournalLine[]): GatedExtractor =>
      gateCase(each, each.baseline!, lines, {
        description,
        acknowledgements,
        today,
        flips: flipsOf(each.corpus.digest),
      });
    const first = compare(each.lines);
    let again: ReadonlyMap<string, JournalLine> = new Map();
    // Whoever judges a finished run has nothing to try again.
    if (given === undefined) {
      const { retryFailures } = await import('./retry.ts');
      const { extractors, corpora } = settings;
      again = await retryFailures(first, { extractors, corpora }, loaded, runFolder);
    }
    const lines = each.lines.map((line) => again.get(line.page) ?? line);
    const result = again.size === 0 ? first : compare(lines);
    linesOf.set(each, lines);
    retried.set(keyOf(result), [...again.keys()]);
    judged.push(result);
    const speed = given === undefined ? await speedOfCase(each, settings, loaded, runFolder) : undefined;
    if (speed !== undefined) speeds.set(keyOf(result), speed);
  }
  const found =
    judged.length === 0
      ? undefined
      : judge({
          assay: assayVersion(),
          gated: judged,
          acknowledgements,
          today,
          floors,
          speedOf: (each) => speeds.get(keyOf(each)),
          unstable: (each) => retried.get(keyOf(each)) ?? [],
          isStrict: isWhole && ci === true,
        });
  const touched = await touchedBy(base, baseline, { cases, floors, acknowledgements });
  const isTouched = touched.acknowledgements !== 0 || touched.settings.length > 0;
  const verdict = found && { ...found, ...(isTouched && { touched }) };
  if (verdict !== undefined) await writeWhole(join(runFolder, 'verdict.json'), toJson(verdict));
  const pruned = prune === true ? await pruneAcknowledgements(own, judged, acknowledgements, today) : 0;
  const common = { folder: runFolder, ...(verdict && { verdict }), pruned };
  const wanted = update === true ? cases : missing;
  if (update === true && verdict?.verdict === 'fail' && allowRegression !== true) {
    const refused =
      'no baseline was written, because the gate fails; mend what fails, or give --allow-regression to accept all of it';
    return { ...common, written: [], refused };
  }
  const files: string[] = [];
  for (const each of wanted) {
    const { extractor, corpus, metric } = each;
    const lines = linesOf.get(each)!;
    files.push(await folder.write(baselineOf(description, extractor, corpus, metric, lines, floors)));
  }
  return { ...common, written: files.map(readablePath) };
}

/** The lots of the tests on a corpus, drawn once for all its extractors. */
function sharedFlips(): (digest: string) => SignFlips {
  const known = new Map<string, SignFlips>();
  return (digest) => {
    const flips = known.get(digest) ?? new SignFlips(digest);
    known.set(digest, flips);
    return flips;
  };
}

type RunLike = {
  readonly description: RunDescription;
  readonly journal: readonly JournalLine[];
  readonly folder: string;
};

async function runOrRead(
  given: string | undefined,
  settings: Omit<GateSettings, 'run'>,
  loaded: LoadedConfig,
  {
    progress,
    onPlanned,
  }: { readonly progress: Reporter; readonly onPlanned: (planned: PlannedRun) => Promise<void> },
): Promise<RunLike> {
  if (given === undefined) {
    const { extractors = ownExtractors(loaded) } = settings;
    // Whoever judges a finished run needs nothing of what runs one.
    const { run } = await import('../run.ts');
    // The version under test is never answered from the cache.
    return run({ ...settings, extractors, cache: false, reporters: [] }, { progress }, loaded, onPlanned);
  }
  const record = await readRun(await findRun(given));
  refuseUnfinished(record);
  return record;
}

/** Those of the configuration, without the baselines that a run has beside them: nobody judges those. */
function ownExtractors({ config }: LoadedConfig): string[] | undefined {
  const own = Object.keys(config.extractors ?? {});
  return config.run?.extractor === undefined && own.length > 0 ? own : undefined;
}

/** What `gate.speed` of the configuration asks for, measured. */
async function speedOfCase(
  { extractor, place, corpus, lines }: Case,
  { extractors, corpora }: GateSettings,
  loaded: LoadedConfig,
  runFolder: string,
): Promise<MeasuredSpeed | undefined> {
  if (loaded.config.gate?.speed === undefined || isSkipped(lines)) return undefined;
  const [{ openCorpora }, { measureSpeed }] = await Promise.all([
    import('../../config/open-corpora.ts'),
    import('./speed.ts'),
  ]);
  const opened = await openCorpora(loaded, corpora);
  const own = opened.find((each) => each.corpus.name === corpus.name);
  const choice = extractors?.[place] ?? extractor.name;
  return measureSpeed(loaded, { name: extractor.name, choice }, own!, runFolder);
}

function keyOf({ extractor, corpus }: Pick<GatedExtractor, 'extractor' | 'corpus'>): string {
  return JSON.stringify([extractor, corpus]);
}
