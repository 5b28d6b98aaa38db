const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Listens for the wish to stop: the first calls `stopping`, the second ends the process at once. */
export function onInterrupt(stopping) {
    const controller = new AbortController();
    const listen = (signal) => {
        if (controller.signal.aborted) {
            end();
            process.kill(process.pid, signal);
            return;
        }
        controller.abort();
        stopping();
    };
    const end = () => {
        for (const signal of SIGNALS)
            process.off(signal, listen);
    };
    for (const signal of SIGNALS)
        process.on(signal, listen);
    return { signal: controller.signal, end };
}
