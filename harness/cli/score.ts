import { Command } from 'commander';
import { CONFIG_OPTION, LABEL_OPTION, RUN_ARGUMENT, collect } from './options.ts';
import { ProgressBar } from './progress.ts';
import {
  REPORTER_OPTION,
  SUMMARY_OPTION,
  USUAL_REPORTERS,
  chosenReporters,
  tellFolder,
} from './reporting.ts';
import type { ReportingOptions } from './reporting.ts';

interface ScoreOptions extends ReportingOptions {
  readonly metric?: readonly string[];
  readonly policy?: string;
  readonly corpus?: readonly string[];
  readonly label?: string;
  readonly out?: string;
  readonly config?: string;
}

/** `assay score`: a finished run under other metrics or another policy. */
export function scoreCommand(): Command {
  return new Command('score')
    .description('Score a finished run again under other metrics or another policy; no extractor runs.')
    .argument('<run>', RUN_ARGUMENT)
    .option('-m, --metric <name>', 'a metric; may be repeated (default: those of the run)', collect)
    .option('--policy <policy>', 'which blocks of gold are required (default: that of the run)')
    .option(
      '-c, --corpus <corpus>',
      'where a corpus of the run lies now; may be repeated (default: where it lay)',
      collect,
    )
    .option(...LABEL_OPTION)
    .option('--out <dir>', 'folder for the run that comes of it (default: a new one under reports/runs)')
    .option(...CONFIG_OPTION)
    .option(...REPORTER_OPTION)
    .option(...SUMMARY_OPTION)
    .action(async (folder: string, options: ScoreOptions) => {
      const { scoreRun } = await import('../library/score-run.ts');
      const { metric, corpus, policy, label, out, config } = options;
      const reporters = chosenReporters(options);
      const progress = new ProgressBar();
      const settings = { metrics: metric, corpora: corpus, policy, label, out, config, reporters };
      const result = await scoreRun(folder, settings, { usual: USUAL_REPORTERS, progress }).finally(() =>
        progress.finish(),
      );
      await tellFolder(result);
    });
}
