import { Command } from 'commander';
import { corpusAddCommand } from './corpus-add.ts';
import { corpusCheckCommand } from './corpus-check.ts';
import { corpusFmtCommand } from './corpus-fmt.ts';
import { corpusImportCommand } from './corpus-import.ts';
import { corpusListCommand } from './corpus-list.ts';
import { corpusStatsCommand } from './corpus-stats.ts';

/** `assay corpus …`: looking after corpora. */
export function corpusCommand(setExitCode: (code: number) => void): Command {
  return new Command('corpus')
    .description('Look after corpora.')
    .addCommand(corpusAddCommand())
    .addCommand(corpusCheckCommand(setExitCode))
    .addCommand(corpusFmtCommand(setExitCode))
    .addCommand(corpusImportCommand())
    .addCommand(corpusListCommand())
    .addCommand(corpusStatsCommand());
}
