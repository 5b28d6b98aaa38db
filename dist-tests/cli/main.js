import { Command, CommanderError } from 'commander';
import { AssayError } from "../util/error.js";
import { assayVersion } from "../run/environment.js";
import { ExitCode } from "./exit-code.js";
import { bearGoneReaders } from "./gone-reader.js";
/** What makes each command, in the order of the help; loaded when it is needed, since loading takes longer than most do. */
const COMMANDS = {
    run: async (setExitCode) => (await import("./run.js")).runCommand(setExitCode),
    score: async () => (await import("./score.js")).scoreCommand(),
    compare: async () => (await import("./compare.js")).compareCommand(),
    merge: async () => (await import("./merge.js")).mergeCommand(),
    corpus: async (setExitCode) => (await import("./corpus.js")).corpusCommand(setExitCode),
    extractors: async (setExitCode) => (await import("./extractors.js")).extractorsCommand(setExitCode),
    metrics: async () => (await import("./metrics.js")).metricsCommand(),
    cache: async () => (await import("./cache.js")).cacheCommand(),
    reproduce: async (setExitCode) => (await import("./reproduce.js")).reproduceCommand(setExitCode),
};
/** The one command that is named first; none for the version; all for help and for what is no command. */
function loadersFor([first = '']) {
    if (first === '--version' || first === '-V')
        return [];
    const named = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
    return named === undefined ? Object.values(COMMANDS) : [named];
}
/** Runs the command line and gives the exit code. Never throws: what goes wrong is said on standard error. */
export async function main(args) {
    bearGoneReaders();
    let exitCode = ExitCode.DONE;
    const program = await makeProgram(loadersFor(args), (code) => {
        exitCode = code;
    });
    try {
        await program.parseAsync(args, { from: 'user' });
        return exitCode;
    }
    catch (error) {
        return explain(error);
    }
}
/** The program with some of its commands, else with all. */
export async function makeProgram(loaders = Object.values(COMMANDS), setExitCode = () => undefined) {
    const program = new Command('assay')
        .description('Measures how much of an article an extractor brings out of a raw page, and why not all of it.')
        .version(assayVersion(), '-V, --version', 'print the version')
        .helpCommand(false)
        .showSuggestionAfterError()
        .exitOverride();
    for (const load of loaders)
        program.addCommand(await load(setExitCode));
    for (const command of [
        program,
        ...program.commands,
        ...program.commands.flatMap((each) => each.commands),
    ]) {
        command
            .exitOverride()
            // Commander leaves descriptions in one line where it has less than 40 places for them.
            .configureHelp({ showGlobalOptions: false, minWidthToWrap: 20 })
            .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'assay:')) })
            .showHelpAfterError(`"${fullName(command)} --help" tells what it takes`);
    }
    return program.addHelpText('after', EXAMPLES);
}
/** The words that a user types for a command: `assay corpus check`. */
function fullName(command) {
    return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}
const EXAMPLES = `
Examples:
  assay run                                            the built-in corpus and extractors
  assay run --corpus aeb:DIR --extractor readability   a public benchmark, one extractor
  assay run --extractor ./my-extractor.ts              an extractor of your own
  assay run --extractor cmd:"trafilatura"              a command in any language
  assay extractors test ./my-extractor.ts              charsets, empty, huge and broken pages
  assay corpus check                                   look for faults in the built-in corpus`;
function explain(error) {
    // Commander has printed its message already; asking for help is no error.
    if (error instanceof CommanderError)
        return error.exitCode === 0 ? ExitCode.DONE : ExitCode.MISUSE;
    if (error instanceof AssayError) {
        console.error(`assay: ${error.message}`);
        return ExitCode.MISUSE;
    }
    console.error('assay: the harness itself failed; this is a bug in Assay, please report it with the text below');
    console.error(error);
    return ExitCode.INTERNAL;
}
