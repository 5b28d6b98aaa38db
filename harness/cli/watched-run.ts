import { run } from '../library/run.ts';
import type { RunSettings } from '../library/settings.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { onInterrupt } from './interrupt.ts';
import { ProgressBar } from './progress.ts';
import { USUAL_REPORTERS } from './reporting.ts';
import { tell } from '../report/print.ts';

/**
 * Runs extractors, shows the progress on standard error, and stops at Ctrl-C.
 *
 * @throws RunStopped after Ctrl-C
 */
export async function watchedRun(settings: RunSettings): Promise<FinishedRun> {
  const progress = new ProgressBar();
  const interrupt = onInterrupt(() => {
    progress.finish();
    tell('Stopping: pages under way are being finished. Press Ctrl-C again to stop at once.');
  });
  try {
    return await run(
      {
        ...settings,
        signal: interrupt.signal,
        onLeftOut: (problem) => tell(`left out: ${problem}`),
      },
      { usual: USUAL_REPORTERS, progress },
    );
  } finally {
    progress.finish();
    interrupt.end();
  }
}
