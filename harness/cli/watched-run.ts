import { run } from '../library/run.ts';
import type { RunSettings } from '../library/settings.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { ProgressBar } from './progress.ts';
import { USUAL_REPORTERS } from './reporting.ts';

/**
 * Runs extractors, shows the progress on standard error, and stops at Ctrl-C.
 *
 * @throws RunStopped after Ctrl-C
 */
export async function watchedRun(settings: RunSettings): Promise<FinishedRun> {
  const progress = new ProgressBar();
  const interrupt = onInterrupt(() => {
    progress.finish();
    console.error('Stopping: pages under way are being finished. Press Ctrl-C again to stop at once.');
  });
  try {
    return await run(
      {
        ...settings,
        signal: interrupt.signal,
        onLeftOut: (problem) => console.error(`left out: ${problem}`),
      },
      { usual: USUAL_REPORTERS, progress },
    );
  } finally {
    progress.finish();
    interrupt.end();
  }
}

/** A request to stop: Ctrl-C, or the end of a terminal or of a CI job. */
interface Interrupt {
  /** Aborted at the first request. */
  readonly signal: AbortSignal;
  /** Signals have their usual effect again. */
  end(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens for requests to stop: the first calls `stopping`, the second ends the process at once. */
function onInterrupt(stopping: () => void): Interrupt {
  const controller = new AbortController();
  const listen = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) {
      end();
      process.kill(process.pid, signal);
      return;
    }
    controller.abort();
    stopping();
  };
  const end = (): void => {
    for (const signal of SIGNALS) process.off(signal, listen);
  };
  for (const signal of SIGNALS) process.on(signal, listen);
  return { signal: controller.signal, end };
}
