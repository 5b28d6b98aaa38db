import { Command } from 'commander';
import { CONFIG_OPTION, collect } from "./options.js";
import { ProgressBar } from "./progress.js";
import { showRun } from "./show-run.js";
/** `assay score`: a finished run under other metrics or another policy. */
export function scoreCommand() {
    return new Command('score')
        .description('Score a finished run again under other metrics or another policy; no extractor runs.')
        .argument('<run>', 'folder of the run')
        .option('-m, --metric <name>', 'a metric; may be repeated (default: those of the run)', collect)
        .option('--policy <policy>', 'which blocks of gold are required (default: that of the run)')
        .option('-c, --corpus <corpus>', 'where a corpus of the run lies now; may be repeated (default: where it lay)', collect)
        .option('--out <dir>', 'folder for the run that comes of it (default: a new one under reports/runs)')
        .option(...CONFIG_OPTION)
        .option('--json', 'print summary.json instead of the table')
        .action(async (folder, { metric, corpus, json, ...same }) => {
        const { scoreRun } = await import("../library/score-run.js");
        let progress;
        const result = await scoreRun(folder, {
            ...same,
            metrics: metric,
            corpora: corpus,
            onStart: (pages) => (progress = new ProgressBar(process.stderr, pages)),
            onPage: (line) => progress?.advance(line.extractor),
        }).finally(() => progress?.finish());
        await showRun(result, json === true);
    });
}
