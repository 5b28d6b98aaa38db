import { Command, CommanderError } from 'commander';
import { AssayError } from '../model/error.ts';
import { assayVersion } from '../run/assay-version.ts';
import { cacheCommand } from './cache.ts';
import { compareCommand } from './compare.ts';
import { corpusCommand } from './corpus.ts';
import { ExitCode } from './exit-code.ts';
import { extractorsCommand } from './extractors.ts';
import { mergeCommand } from './merge.ts';
import { scoreCommand } from './score.ts';
import { metricsCommand } from './metrics.ts';
import { reproduceCommand } from './reproduce.ts';
import { runCommand } from './run.ts';

/** Runs the command line and gives the exit code. Never throws: what goes wrong is said on standard error. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode: number = ExitCode.DONE;
  const program = new Command('assay')
    .description(
      'Measures how much of an article an extractor brings out of a raw page, and why not all of it.',
    )
    .version(assayVersion(), '-V, --version', 'print the version')
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();
  const setExitCode = (code: number): void => {
    exitCode = code;
  };
  program.addCommand(runCommand(setExitCode));
  program.addCommand(scoreCommand());
  program.addCommand(compareCommand());
  program.addCommand(mergeCommand());
  program.addCommand(corpusCommand(setExitCode));
  program.addCommand(extractorsCommand(setExitCode));
  program.addCommand(metricsCommand());
  program.addCommand(cacheCommand());
  program.addCommand(reproduceCommand(setExitCode));
  for (const command of [
    program,
    ...program.commands,
    ...program.commands.flatMap((each) => each.commands),
  ]) {
    command.exitOverride();
  }
  program.addHelpText('after', EXAMPLES);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error);
  }
}

const EXAMPLES = `
Examples:
  assay run                                            the built-in corpus and extractors
  assay run --corpus aeb:DIR --extractor readability   a public benchmark, one extractor
  assay run --extractor ./my-extractor.ts              an extractor of your own
  assay run --extractor cmd:"trafilatura"              a command in any language
  assay extractors test ./my-extractor.ts              charsets, empty, huge and broken pages
  assay corpus check                                   look for faults in the built-in corpus`;

function explain(error: unknown): number {
  // Commander has printed its message already; asking for help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.DONE : ExitCode.MISUSE;
  if (error instanceof AssayError) {
    console.error(`assay: ${error.message}`);
    return ExitCode.MISUSE;
  }
  console.error(
    'assay: the harness itself failed; this is a bug in Assay, please report it with the text below',
  );
  console.error(error);
  return ExitCode.INTERNAL;
}
