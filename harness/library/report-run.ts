import { loadConfig } from '../config/load-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { openReporters } from '../report/open-reporters.ts';
import type { ReportDefaults } from '../report/open-reporters.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { findRun } from '../store/find-run.ts';
import { readRun, readSummary, refuseUnfinished } from '../store/read-run.ts';
import { reopened } from './pages-of-run.ts';
import { refuseUnknownSettings } from './settings.ts';
import type { ReportRunSettings } from './settings.ts';

/**
 * Does what `reportRun` of the library and `assay report` do.
 *
 * @param defaults the defaults of reporters
 */
export async function reportRun(
  run: string,
  asked: ReportRunSettings = {},
  defaults: ReportDefaults = {},
): Promise<FinishedRun> {
  refuseUnknownSettings(asked, 'reportRun');
  const loaded = await loadConfig(asked.config);
  const finished = await openFinished(run, loaded);
  const against = asked.against === undefined ? undefined : await openFinished(asked.against, loaded);
  const reporters = await openReporters(loaded, asked, { ...defaults, against });
  await reporters.onRunEnd(finished);
  return finished;
}

async function openFinished(run: string, loaded: LoadedConfig): Promise<FinishedRun> {
  const folder = await findRun(run);
  const record = await readRun(folder);
  refuseUnfinished(record);
  const { description, journal } = record;
  return reopened({ folder, description, journal, summary: await readSummary(record) }, loaded);
}
