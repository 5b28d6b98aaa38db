import { choosePolicy } from '../config/choice.ts';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import { openExtractors } from '../config/open-extractors.ts';
import { CACHE_FOLDER, Cache } from '../extract/cache/cache.ts';
import { finishedRun } from '../report/reporter.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { openReporters } from '../report/open-reporters.ts';
import type { ReportDefaults } from '../report/open-reporters.ts';
import { assayVersion } from '../run/environment.ts';
import { planPages, shardOf } from '../run/plan.ts';
import { runExtractors } from '../run/run-extractors.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { defined } from '../util/defined.ts';
import { refuseContradictions, refuseUnknownSettings, runOptions, settingsOfRun } from './settings.ts';
import type { RunSettings } from './settings.ts';

/**
 * Does what `run` of the library and `assay run` do.
 *
 * @param defaults the defaults of reporters
 */
export async function run(asked: RunSettings, defaults: ReportDefaults = {}): Promise<FinishedRun> {
  refuseUnknownSettings(asked, 'run');
  refuseContradictions(asked);
  const loaded = await loadConfig(asked.config);
  const reporters = await openReporters(loaded, asked, defaults);
  const settings = asked.resume === undefined ? asked : await settingsOfRun(asked.resume, asked, loaded);
  const policy = choosePolicy(loaded, settings.policy);
  const metrics = selectMetrics(settings.metrics);
  const options = runOptions(settings, loaded.config.run);
  const cache = (settings.cache ?? loaded.config.run?.cache ?? true) ? openCache() : undefined;
  const extractors = await openExtractors(loaded, settings.extractors, {
    descriptions: cache?.descriptions,
    onLeftOut: settings.onLeftOut,
  });
  const plans = planPages(await openCorpora(loaded, settings.corpora), options);
  for (const extractor of extractors) extractor.checkPages?.(plans.map(({ corpus }) => corpus));
  const result = await runExtractors({
    assayVersion: assayVersion(),
    plans: options.shard === undefined ? plans : shardOf(plans, options.shard),
    extractors,
    policy,
    metrics,
    options,
    // Scoring a page takes a fraction of what extracting it does.
    scoringThreads: Math.ceil(options.workers / 2),
    onStart: reporters.onRunStart,
    onPage: reporters.onPage,
    ...defined({ out: settings.out, cache, resume: settings.resume, signal: settings.signal }),
  });
  const finished = finishedRun(result);
  await reporters.onRunEnd(finished);
  return finished;
}

function openCache(): Cache {
  return new Cache(CACHE_FOLDER, { assayVersion: assayVersion(), node: process.versions.node });
}
