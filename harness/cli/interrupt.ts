/** A request to stop: Ctrl-C, or the end of a terminal or of a CI job. */
interface Interrupt {
  /** Aborted at the first request. */
  readonly signal: AbortSignal;
  /** Signals have their usual effect again. */
  end(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens for requests to stop: the first calls `stopping`, the second ends the process at once. */
export function onInterrupt(stopping: () => void): Interrupt {
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
