import { choosePolicy } from '../config/choice.ts';
import { loadConfig } from '../config/load-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { hiddenFolders } from '../config/hidden-folders.ts';
import { openCorpora, unfinishedPages } from '../config/open-corpora.ts';
import { openExtractors, refuseUnknownExtractors } from '../config/open-extractors.ts';
import type { Extractor } from '../extract/extractor.ts';
import { CACHE_FOLDER, Cache } from '../extract/cache/cache.ts';
import { finishedRun } from '../report/reporter.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { openReporters } from '../report/open-reporters.ts';
import type { ReportDefaults } from '../report/open-reporters.ts';
import { assayVersion } from '../run/environment.ts';
import { planPages, shardOf } from '../run/plan.ts';
import type { CorpusPlan } from '../run/plan.ts';
import { runExtractors } from '../run/run-extractors.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { defined } from '../util/defined.ts';
import { refuseForeignExtractors } from './foreign-extractors.ts';
import { readerOf } from './pages-of-run.ts';
import {
  refuseContradictions,
  refuseLabel,
  refuseUnknownSettings,
  runOptions,
  settingsOfRun,
} from './settings.ts';
import type { RunSettings } from './settings.ts';

/** What is about to run. */
export interface PlannedRun {
  readonly extractors: readonly Extractor[];
  readonly plans: readonly CorpusPlan[];
}

/**
 * Does what `run` of the library and `assay run` do.
 *
 * @param defaults the defaults of reporters
 * @param known the configuration, where it has been loaded already
 * @param onPlanned called before anything is written or runs; where it throws, nothing is and nothing does
 */
export async function run(
  asked: RunSettings,
  defaults: ReportDefaults = {},
  known?: LoadedConfig,
  onPlanned?: (planned: PlannedRun) => Promise<void>,
): Promise<FinishedRun> {
  refuseUnknownSettings(asked, 'run');
  refuseContradictions(asked);
  refuseLabel(asked.label);
  const loaded = known ?? (await loadConfig(asked.config));
  const reporters = await openReporters(loaded, asked, defaults);
  if (asked.resume !== undefined) await refuseForeignExtractors(asked.resume, asked, loaded);
  const settings = asked.resume === undefined ? asked : await settingsOfRun(asked.resume, asked, loaded);
  const policy = choosePolicy(loaded, settings.policy);
  const metrics = selectMetrics(settings.metrics);
  const options = runOptions(settings, loaded.config.run);
  const cache = (settings.cache ?? loaded.config.run?.cache ?? true) ? openCache() : undefined;
  await refuseUnknownExtractors(loaded, settings.extractors);
  const corpora = await openCorpora(loaded, settings.corpora);
  const extractors = await openExtractors(loaded, settings.extractors, {
    descriptions: cache?.descriptions,
    hides: [...hiddenFolders(loaded, corpora), ...[settings.out ?? settings.resume ?? []].flat()],
    onLeftOut: settings.onLeftOut,
  });
  for (const line of unfinishedPages(corpora)) settings.onLeftOut?.(line);
  const all = planPages(corpora, options, extractors);
  for (const extractor of extractors) extractor.checkPages?.(all.map(({ corpus }) => corpus));
  const plans = options.shard === undefined ? all : shardOf(all, options.shard);
  await onPlanned?.({ extractors, plans });
  const result = await runExtractors({
    assayVersion: assayVersion(),
    plans,
    extractors,
    policy,
    metrics,
    options,
    scoringThreads: scoringThreads(plans, extractors, options.workers),
    onStart: reporters.onRunStart,
    onPage: reporters.onPage,
    ...defined({
      label: settings.label,
      out: settings.out,
      cache,
      resume: settings.resume,
      signal: settings.signal,
    }),
  });
  const finished = finishedRun(result, policy, readerOf(plans.map(({ corpus }) => corpus)));
  await reporters.onRunEnd(finished);
  return finished;
}

/** So many pages are scored in the time that a thread takes to start. */
const WORTH_A_THREAD = 30;
/** From so many on, that is so for each further thread. */
const WORTH_MORE = 200;

/**
 * Scoring a page takes a fraction of what extracting it does; where outputs were recorded it is all there is to do, but for
 * what the harness does meanwhile: one thread less than processors is as fast, for each has its code to compile.
 */
function scoringThreads(
  plans: readonly CorpusPlan[],
  extractors: readonly Extractor[],
  workers: number,
): number {
  const pages = plans.reduce((sum, plan) => sum + plan.pages.length, 0);
  const tasks = pages * extractors.length;
  if (tasks < WORTH_A_THREAD) return 0;
  const isRecorded = extractors.some(({ driver }) => driver === 'recorded') && tasks >= WORTH_MORE;
  return isRecorded ? Math.max(1, workers - 1) : Math.ceil(workers / 2);
}

function openCache(): Cache {
  return new Cache(CACHE_FOLDER, { assayVersion: assayVersion(), node: process.versions.node });
}
