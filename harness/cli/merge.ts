import { Command } from 'commander';
import { showRun } from './show-run.ts';

interface MergeOptions {
  readonly out: string;
  readonly json?: true;
}

/** `assay merge`: the shards of a run become one. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('Join the shards of a run to what the whole run would have left.')
    .argument('<dir...>', 'folders of all its shards')
    .requiredOption('--out <dir>', 'folder for the run (required)')
    .option('--json', 'print summary.json instead of the table')
    .action(async (folders: string[], { out, json }: MergeOptions) => {
      const { mergeShards } = await import('../library/merge.ts');
      await showRun(await mergeShards(folders, out), json === true);
    });
}
