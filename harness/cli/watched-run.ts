import { run } from '../library/run.ts';
import type { RunSettings } from '../library/run.ts';
import type { RunResult } from '../run/finish-run.ts';
import { onInterrupt } from './interrupt.ts';
import { ProgressBar } from './progress.ts';

/** A run whose progress is shown on standard error, and that Ctrl-C stops: then `RunStopped` is thrown. */
export async function watchedRun(settings: RunSettings): Promise<RunResult> {
  let progress: ProgressBar | undefined;
  const interrupt = onInterrupt(() => {
    progress?.finish();
    console.error('Stopping: pages under way are being finished. Press Ctrl-C again to stop at once.');
  });
  try {
    return await run({
      ...settings,
      signal: interrupt.signal,
      onLeftOut: (problem) => console.error(`left out: ${problem}`),
      onStart: (pages) => (progress = new ProgressBar(process.stderr, pages)),
      onPage: ({ extractor }) => progress?.advance(extractor),
    });
  } finally {
    progress?.finish();
    interrupt.end();
  }
}
