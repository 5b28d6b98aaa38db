import { run } from "../library/run.js";
import { onInterrupt } from "./interrupt.js";
import { ProgressBar } from "./progress.js";
/** A run whose progress is shown on standard error, and that Ctrl-C stops: then `RunStopped` is thrown. */
export async function watchedRun(settings) {
    let progress;
    const interrupt = onInterrupt(() => {
        progress?.finish();
        console.error('Stopping: pages under way are being finished. Press Ctrl-C again to stop at once.');
    });
    try {
        return await run({
            ...settings,
            signal: interrupt.signal,
            onStart: (pages) => (progress = new ProgressBar(process.stderr, pages)),
            onPage: ({ extractor }) => progress?.advance(extractor),
        });
    }
    finally {
        progress?.finish();
        interrupt.end();
    }
}
