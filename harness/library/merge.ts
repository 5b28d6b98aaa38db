import { loadConfig } from '../config/load-config.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { openReporters } from '../report/open-reporters.ts';
import type { ReportDefaults } from '../report/open-reporters.ts';
import { mergeRuns } from '../run/merge.ts';
import { findRun } from '../store/find-run.ts';
import { reopened } from './pages-of-run.ts';
import { refuseUnknownSettings } from './settings.ts';
import type { MergeSettings } from './settings.ts';

/**
 * Does what `mergeShards` of the library and `assay merge` do.
 *
 * @param defaults the defaults of reporters
 */
export async function mergeShards(
  folders: readonly string[],
  out: string,
  asked: MergeSettings = {},
  defaults: ReportDefaults = {},
): Promise<FinishedRun> {
  refuseUnknownSettings(asked, 'mergeShards');
  const loaded = await loadConfig(asked.config);
  const reporters = await openReporters(loaded, asked, defaults);
  const finished = reopened(await mergeRuns(await Promise.all(folders.map(findRun)), out), loaded);
  await reporters.onRunEnd(finished);
  return finished;
}
