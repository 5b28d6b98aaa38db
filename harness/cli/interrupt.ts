/** A wish to stop, as Ctrl-C and the end of a terminal or a CI job express it. */
export interface Interrupt {
  /** Aborted at the first wish. */
  readonly signal: AbortSignal;
  /** From here on signals do again what they do by themselves. */
  end(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens for the wish to stop: the first calls `stopping`, the second ends the process at once. */
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
