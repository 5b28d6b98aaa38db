import { choosePolicy } from '../config/choice.ts';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import type { Corpus } from '../model/page.ts';
import { finishedRun } from '../report/reporter.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { openReporters } from '../report/open-reporters.ts';
import type { ReportDefaults } from '../report/open-reporters.ts';
import { rescore } from '../run/rescore.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { findRun } from '../store/find-run.ts';
import { readRun, refuseLostExtractions, refuseUnfinished } from '../store/read-run.ts';
import type { RunRecord } from '../store/read-run.ts';
import { defined } from '../util/defined.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { readerOf } from './pages-of-run.ts';
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
  const corpora = (await openCorpora(loaded, settings.corpora)).map(({ corpus }) => corpus);
  refuseOthers(record, corpora);
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

function refuseOthers({ folder, description }: RunRecord, corpora: readonly Corpus[]): void {
  for (const { name, digest } of description.corpora) {
    const now = corpora.find((corpus) => corpus.name === name);
    if (now?.digest === digest) continue;
    const what = now === undefined ? 'is not among the corpora given' : 'has changed since';
    const fix = 'the run can only be scored against the gold that it ran over';
    throw new AssayError('bad-input', `the corpus ${name} of ${readablePath(folder)} ${what}; ${fix}`);
  }
}
