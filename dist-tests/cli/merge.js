import { Command } from 'commander';
import { showRun } from "./show-run.js";
/** `assay merge`: the shards of a run become one. */
export function mergeCommand() {
    return new Command('merge')
        .description('Join the shards of a run to what the whole run would have left.')
        .argument('<dir...>', 'folders of all its shards')
        .requiredOption('--out <dir>', 'folder for the run (required)')
        .option('--json', 'print summary.json instead of the table')
        .action(async (folders, { out, json }) => {
        const { mergeShards } = await import("../library/merge.js");
        await showRun(await mergeShards(folders, out), json === true);
    });
}
