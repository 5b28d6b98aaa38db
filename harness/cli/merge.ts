import { Command } from 'commander';
import { CONFIG_OPTION } from './options.ts';
import {
  REPORTER_OPTION,
  SUMMARY_OPTION,
  USUAL_REPORTERS,
  chosenReporters,
  tellFolder,
} from './reporting.ts';
import type { ReportingOptions } from './reporting.ts';

interface MergeOptions extends ReportingOptions {
  readonly out: string;
  readonly config?: string;
}

/** `assay merge`: the shards of a run become one. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('Join the shards of a run to what the whole run would have left.')
    .argument('<dir...>', 'all its shards: folders, or labels of runs below reports/runs')
    .requiredOption('--out <dir>', 'folder for the run (required)')
    .option(...CONFIG_OPTION)
    .option(...REPORTER_OPTION)
    .option(...SUMMARY_OPTION)
    .action(async (folders: string[], options: MergeOptions) => {
      const { mergeShards } = await import('../library/merge.ts');
      const settings = { config: options.config, reporters: chosenReporters(options) };
      await tellFolder(await mergeShards(folders, options.out, settings, { usual: USUAL_REPORTERS }));
    });
}
