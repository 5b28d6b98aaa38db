import { join } from 'node:path';
import { choosePolicy } from '../config/choose-policy.ts';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import { defined } from '../util/defined.ts';
import { readablePath } from '../util/readable-path.ts';
import { AssayError } from '../util/error.ts';
import type { Corpus } from '../model/page.ts';
import type { JournalLine, RunResult } from '../store/run.ts';
import { markdownReport } from '../report/markdown.ts';
import { readRun, refuseLostExtractions, refuseUnfinished } from '../store/read-run.ts';
import type { RunRecord } from '../store/read-run.ts';
import { rescore } from '../run/rescore.ts';

import { selectMetrics } from '../score/metrics/register.ts';
import type { RunSettings } from './run.ts';
import { settingsOfRun } from './settings-of-run.ts';
import { writeWhole } from '../util/write-whole.ts';

/** How a run is scored again; what is left out is as in the run. */
export interface ScoreRunSettings extends Pick<
  RunSettings,
  'policy' | 'metrics' | 'corpora' | 'out' | 'config'
> {
  /** Called before the first page with the number of pages to come. */
  readonly onStart?: ((pages: number) => void) | undefined;
  readonly onPage?: ((line: JournalLine) => void) | undefined;
}

/**
 * Scores a finished run again under other metrics or another policy, as `assay score` does, and leaves a run folder.
 *
 * @throws AssayError `bad-input` if there is no run, something in it was lost, or a corpus has changed since; `usage` if it is not finished.
 */
export async function scoreRun(folder: string, asked: ScoreRunSettings = {}): Promise<RunResult> {
  const record = await readRun(folder);
  refuseUnfinished(record);
  await refuseLostExtractions(record);
  const loaded = await loadConfig(asked.config);
  const settings = await settingsOfRun(folder, asked, loaded);
  const corpora = (await openCorpora(loaded, settings.corpora)).map(({ corpus }) => corpus);
  refuseOthers(record, corpora);
  asked.onStart?.(record.journal.length);
  const result = await rescore({
    record,
    corpora,
    policy: choosePolicy(loaded, settings.policy),
    metrics: selectMetrics(settings.metrics),
    ...defined({ out: asked.out, onPage: asked.onPage }),
  });
  await writeWhole(join(result.folder, 'report.md'), markdownReport(result));
  return result;
}

function refuseOthers({ folder, description }: RunRecord, corpora: readonly Corpus[]): void {
  for (const { name, digest } of description.corpora) {
    const now = corpora.find((corpus) => corpus.name === name);
    if (now?.digest === digest) continue;
    const what = now === undefined ? 'is not among the corpora given' : 'has changed since';
    const mend = 'the run can only be scored against the gold that it ran over';
    throw new AssayError('bad-input', `the corpus ${name} of ${readablePath(folder)} ${what}; ${mend}`);
  }
}
