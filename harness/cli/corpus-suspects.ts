import { Command } from 'commander';
import pc from 'picocolors';
import { CONFIG_OPTION, RUN_ARGUMENT, collect, positiveInteger } from './options.ts';
import { ProgressBar } from './progress.ts';
import { show, showJson, tell } from '../report/print.ts';

interface SuspectsOptions {
  readonly corpus?: readonly string[];
  readonly limit: number;
  readonly config?: string;
  readonly json?: true;
}

/** `assay corpus suspects`: gold that may be wrong. */
export function corpusSuspectsCommand(): Command {
  return new Command('suspects')
    .description(
      'List the text on which independent extractors of a run agree with each other against the gold, the most suspicious first: what gold requires and nearly all leave out, what nearly all return and gold lacks or forbids. It reads every extraction of the run, which takes about as long as scoring it.',
    )
    .argument('<run>', RUN_ARGUMENT)
    .option(
      '-c, --corpus <corpus>',
      'where a corpus of the run lies now; may be repeated (default: where they lay)',
      collect,
    )
    .option('--limit <n>', 'how many pages are printed', positiveInteger, 30)
    .option(...CONFIG_OPTION)
    .option('--json', 'print all as JSON')
    .action(async (run: string, { corpus, limit, config, json }: SuspectsOptions) => {
      const { suspectGold } = await import('../library/suspects.ts');
      const { suspectsText, voicesText } = await import('../report/suspects.ts');
      const progress = new ProgressBar();
      const { corpora, suspects } = await suspectGold(run, {
        corpora: corpus,
        config,
        onPage: (page, pages) => progress.advance(page, pages),
      }).finally(() => progress.finish());
      if (json === true) {
        showJson({ schema: 'assay/suspects@1', corpora, suspects });
        return;
      }
      for (const { corpus: name, voices } of corpora) tell(voicesText(name, voices));
      if (suspects.length === 0) show('no text on which nearly all agree against the gold');
      else show(suspectsText(suspects, limit, pc));
    });
}
