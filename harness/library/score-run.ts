import { choosePolicy } from '../config/choice.ts';
import { loadConfig } from '../config/load-config.ts';
import { finishedRun } from '../report/reporter.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { openReporters } from '../report/open-reporters.ts';
import type { ReportDefaults } from '../report/open-reporters.ts';
import { rescore } from '../run/rescore.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { findRun } from '../store/find-run.ts';
import { readRun, refuseLostExtractions, refuseUnfinished } from '../store/read-run.ts';
import { defined } from '../util/defined.ts';
import { readerOf } from './pages-of-run.ts';
import { openCorporaOfRun } from './run-pages.ts';
import { refuseLabel, refuseUnknownSettings, settingsOfRun } from './settings.ts';
import type { ScoreSettings } from './settings.ts';

/**
 * Does what `scoreRun` of the library and `assay score` do.
 *
 * @param defaults the defaults of reporters
 */
export async function scoreRun(
  run: string,
  asked: ScoreSettings = {},
  defaults: ReportDefaults = {},
): Promise<FinishedRun> {
  refuseUnknownSettings(asked, 'scoreRun');
  refuseLabel(asked.label);
  const folder = await findRun(run);
  const record = await readRun(folder);
  refuseUnfinished(record);
  await refuseLostExtractions(record);
  const loaded = await loadConfig(asked.config);
  const reporters = await openReporters(loaded, asked, defaults);
  const settings = await settingsOfRun(folder, asked, loaded);
  const corpora = await openCorporaOfRun(record, loaded, settings.corpora);
  const policy = choosePolicy(loaded, settings.policy);
  const result = await rescore({
    record,
    corpora,
    policy,
    metrics: selectMetrics(settings.metrics),
    onStart: reporters.onRunStart,
    onPage: reporters.onPage,
    ...defined({ label: asked.label, out: asked.out }),
  });
  const finished = finishedRun(result, policy, readerOf(corpora));
  await reporters.onRunEnd(finished);
  return finished;
}
