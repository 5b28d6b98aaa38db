import { Command } from 'commander';
import { corpusAddCommand } from "./corpus-add.js";
import { corpusCheckCommand } from "./corpus-check.js";
import { corpusFmtCommand } from "./corpus-fmt.js";
import { corpusImportCommand } from "./corpus-import.js";
import { corpusListCommand } from "./corpus-list.js";
import { corpusStatsCommand } from "./corpus-stats.js";
/** `assay corpus …`: looking after corpora. */
export function corpusCommand(setExitCode) {
    return new Command('corpus')
        .description('Look after corpora.')
        .addCommand(corpusAddCommand())
        .addCommand(corpusCheckCommand(setExitCode))
        .addCommand(corpusFmtCommand(setExitCode))
        .addCommand(corpusImportCommand())
        .addCommand(corpusListCommand())
        .addCommand(corpusStatsCommand());
}
